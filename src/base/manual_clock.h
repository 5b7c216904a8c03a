// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/timer_queue.h"

namespace outlet {

/// A clock that stands still until it is told otherwise: for tests and for simulation.
class ManualClock : public Clock
{
public:
    /// Starts at \a utcMs (default 2025-11-18 12:00:00 UTC, a Tuesday).
    explicit ManualClock(qint64 utcMs = 1763467200000);

    [[nodiscard]] qint64 utcMs() const override { return m_utcMs; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_monotonic; }
    TimerId callAfter(std::chrono::milliseconds delay, std::function<void()> callback) override;
    void cancel(TimerId id) override;

    /// Moves both times forward, calling every timer that becomes due, in order, at its due time.
    void advance(std::chrono::milliseconds by);
    /// Sets the wall clock alone, as when somebody corrects the computer's time.
    void setUtcMs(qint64 utcMs) { m_utcMs = utcMs; }

private:
    void moveTo(std::chrono::milliseconds monotonic);

    qint64 m_utcMs;
    std::chrono::milliseconds m_monotonic{0};
    TimerQueue m_queue;
};

} // namespace outlet
