// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "simulator/scaled_clock.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace outlet {

using std::chrono::milliseconds;

ScaledClock::ScaledClock(Clock &base, double factor)
    : m_base(base)
    , m_factor(factor)
    , m_startUtcMs(base.utcMs())
    , m_start(base.monotonic())
{
    Q_ASSERT(factor > 0);
}

qint64 ScaledClock::utcMs() const
{
    return m_startUtcMs + monotonic().count();
}

milliseconds ScaledClock::monotonic() const
{
    const auto passed = static_cast<double>((m_base.monotonic() - m_start).count());
    return milliseconds(static_cast<qint64>(std::floor(passed * m_factor)));
}

Clock::TimerId ScaledClock::callAfter(milliseconds delay, std::function<void()> callback)
{
    const auto wait = static_cast<double>(std::max(delay, milliseconds(0)).count());
    return m_base.callAfter(milliseconds(static_cast<qint64>(std::ceil(wait / m_factor))),
                            std::move(callback));
}

void ScaledClock::cancel(TimerId id)
{
    m_base.cancel(id);
}

} // namespace outlet
