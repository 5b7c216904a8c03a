// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/qglobal.h>
#include <chrono>
#include <functional>
#include <memory>

namespace outlet {

/// Time, injected: what the program knows of the wall clock, of elapsed time, and its timers.
///
/// Nothing in Outlet asks the system for the time or starts a QTimer for its logic; it is given a
/// Clock, so that tests advance time instead of sleeping. A Clock and its timers belong to one
/// thread.
class Clock
{
public:
    /// Identifies a pending timer; 0 is never a timer.
    using TimerId = quint64;

    Clock() = default;
    virtual ~Clock();
    Q_DISABLE_COPY_MOVE(Clock)

    /// Milliseconds since the epoch, UTC. May jump when the system clock is set.
    [[nodiscard]] virtual qint64 utcMs() const = 0;

    /// Time since an arbitrary start; never goes back.
    [[nodiscard]] virtual std::chrono::milliseconds monotonic() const = 0;

    /// Calls \a callback once, on the clock's thread, when \a delay has passed (never before this
    /// call returns). A negative delay counts as zero.
    virtual TimerId callAfter(std::chrono::milliseconds delay, std::function<void()> callback) = 0;

    /// Forgets a pending timer; unknown and expired ids are ignored.
    virtual void cancel(TimerId id) = 0;
};

/// A restartable one-shot timer on a Clock. Destroying it stops it, also from within its own
/// callback. Same thread as its clock.
class ClockTimer
{
public:
    /// \a callback is called at each expiry; \a clock must outlive the timer.
    ClockTimer(Clock &clock, std::function<void()> callback);
    ~ClockTimer();
    Q_DISABLE_COPY_MOVE(ClockTimer)

    /// (Re)starts the timer: an earlier start is forgotten.
    void start(std::chrono::milliseconds delay);
    /// Stops the timer; does nothing when it is not running.
    void stop();
    /// True from start() until expiry or stop().
    [[nodiscard]] bool isActive() const { return m_id != 0; }

private:
    Clock &m_clock;
    std::shared_ptr<const std::function<void()>> m_callback;
    Clock::TimerId m_id = 0;
};

} // namespace outlet
