// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "base/system_clock.h"

#include <QtCore/QDateTime>
#include <algorithm>
#include <utility>

namespace outlet {

using std::chrono::milliseconds;

SystemClock::SystemClock(QObject *parent)
    : QObject(parent)
{
    m_elapsed.start();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &SystemClock::runDue);
}

qint64 SystemClock::utcMs() const
{
    return QDateTime::currentMSecsSinceEpoch();
}

milliseconds SystemClock::monotonic() const
{
    return milliseconds(m_elapsed.elapsed());
}

Clock::TimerId SystemClock::callAfter(milliseconds delay, std::function<void()> callback)
{
    const TimerId id =
        m_queue.add(monotonic() + std::max(delay, milliseconds(0)), std::move(callback));
    arm();
    return id;
}

void SystemClock::cancel(TimerId id)
{
    // The QTimer stays armed: waking up once for nothing is cheaper than re-arming at every cancel.
    m_queue.remove(id);
}

void SystemClock::arm()
{
    const auto due = m_queue.nextDue();
    if (!due || (m_timer.isActive() && m_armedFor <= *due))
        return;
    m_armedFor = *due;
    // A timer further away than QTimer can count re-arms itself when it wakes.
    constexpr milliseconds longest = std::chrono::hours(24);
    m_timer.start(std::clamp(*due - monotonic(), milliseconds(0), longest));
}

void SystemClock::runDue()
{
    // What a callback adds waits for the next turn, so that it cannot starve the event loop.
    const milliseconds now = monotonic();
    const TimerId last = m_queue.lastId();
    while (auto callback = m_queue.takeDue(now, last))
        callback();
    arm();
}

} // namespace outlet
