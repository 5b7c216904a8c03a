// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "base/manual_clock.h"

#include <algorithm>
#include <utility>

namespace outlet {

using std::chrono::milliseconds;

ManualClock::ManualClock(qint64 utcMs)
    : m_utcMs(utcMs)
{
}

Clock::TimerId ManualClock::callAfter(milliseconds delay, std::function<void()> callback)
{
    return m_queue.add(m_monotonic + std::max(delay, milliseconds(0)), std::move(callback));
}

void ManualClock::cancel(TimerId id)
{
    m_queue.remove(id);
}

void ManualClock::advance(milliseconds by)
{
    const milliseconds end = m_monotonic + by;
    while (const auto due = m_queue.nextDue()) {
        if (*due > end)
            break;
        moveTo(*due);
        if (const auto callback = m_queue.takeDue(*due, m_queue.lastId()))
            callback();
    }
    moveTo(end);
}

void ManualClock::moveTo(milliseconds monotonic)
{
    if (monotonic <= m_monotonic)
        return;
    m_utcMs += (monotonic - m_monotonic).count();
    m_monotonic = monotonic;
}

} // namespace outlet
