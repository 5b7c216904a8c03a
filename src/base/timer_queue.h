// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/clock.h"

namespace outlet {

/// Pending timers ordered by due time, then by the order in which they were added. The part that
/// SystemClock and ManualClock share; it has no time of its own.
class TimerQueue
{
public:
    /// Adds a callback due at \a due (monotonic) and returns its id.
    Clock::TimerId add(std::chrono::milliseconds due, std::function<void()> callback);
    /// Removes a timer; unknown ids are ignored.
    void remove(Clock::TimerId id);
    /// When the first timer is due; empty when there is none.
    [[nodiscard]] std::optional<std::chrono::milliseconds> nextDue() const;
    /// The id given last; later timers have greater ids.
    [[nodiscard]] Clock::TimerId lastId() const { return m_lastId; }
    /// Takes the first timer out if it is due at \a now and was added no later than \a lastId; an
    /// empty function when it is not.
    [[nodiscard]] std::function<void()> takeDue(std::chrono::milliseconds now,
                                                Clock::TimerId lastId);

private:
    using Key = std::pair<std::chrono::milliseconds, Clock::TimerId>;
    std::map<Key, std::function<void()>> m_byDue;
    std::unordered_map<Clock::TimerId, std::chrono::milliseconds> m_due;
    Clock::TimerId m_lastId = 0;
};

} // namespace outlet
