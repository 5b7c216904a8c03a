// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <functional>
#include <unordered_set>

#include "base/clock.h"

namespace outlet {

/// Things to be done later that must not outlive their owner: destroying or clearing this forgets
/// all that is still waiting. Same thread as its clock, which must outlive it.
class DelayedActions
{
public:
    explicit DelayedActions(Clock &clock);
    ~DelayedActions();
    Q_DISABLE_COPY_MOVE(DelayedActions)

    /// Calls \a action once after \a delay, unless it was forgotten before.
    Clock::TimerId after(std::chrono::milliseconds delay, std::function<void()> action);
    /// Forgets one; unknown and finished ids are ignored.
    void forget(Clock::TimerId id);
    /// Forgets all.
    void clear();

private:
    Clock &m_clock;
    std::unordered_set<Clock::TimerId> m_waiting;
};

} // namespace outlet
