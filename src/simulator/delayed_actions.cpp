// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "simulator/delayed_actions.h"

#include <memory>
#include <utility>

namespace outlet {

DelayedActions::DelayedActions(Clock &clock)
    : m_clock(clock)
{
}

DelayedActions::~DelayedActions()
{
    clear();
}

Clock::TimerId DelayedActions::after(std::chrono::milliseconds delay, std::function<void()> action)
{
    // The id is known only after the call that takes the callback.
    const auto id = std::make_shared<Clock::TimerId>(0);
    *id = m_clock.callAfter(delay, [this, id, action = std::move(action)] {
        m_waiting.erase(*id);
        action();
    });
    m_waiting.insert(*id);
    return *id;
}

void DelayedActions::forget(Clock::TimerId id)
{
    if (m_waiting.erase(id) > 0)
        m_clock.cancel(id);
}

void DelayedActions::clear()
{
    for (const Clock::TimerId id : m_waiting)
        m_clock.cancel(id);
    m_waiting.clear();
}

} // namespace outlet
