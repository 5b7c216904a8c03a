// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "base/clock.h"

#include <utility>

namespace outlet {

Clock::~Clock() = default;

ClockTimer::ClockTimer(Clock &clock, std::function<void()> callback)
    : m_clock(clock)
    , m_callback(std::make_shared<const std::function<void()>>(std::move(callback)))
{
}

ClockTimer::~ClockTimer()
{
    stop();
}

void ClockTimer::start(std::chrono::milliseconds delay)
{
    stop();
    m_id = m_clock.callAfter(delay, [this] {
        m_id = 0;
        const auto callback = m_callback; // the callback may destroy this timer
        (*callback)();
    });
}

void ClockTimer::stop()
{
    if (m_id == 0)
        return;
    m_clock.cancel(m_id);
    m_id = 0;
}

} // namespace outlet
