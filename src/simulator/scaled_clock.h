// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"

namespace outlet {

/// Another clock, running faster or slower: simulated time. A day passes in 24 minutes at a factor
/// of 60. UTC begins at the other clock's and then runs with the factor too. Same thread as the
/// other clock, which must outlive this one.
class ScaledClock : public Clock
{
public:
    /// \a factor is simulated time per time of \a base; more than 0.
    ScaledClock(Clock &base, double factor);

    [[nodiscard]] qint64 utcMs() const override;
    [[nodiscard]] std::chrono::milliseconds monotonic() const override;
    /// Never early in simulated time; late by up to one millisecond of the other clock.
    TimerId callAfter(std::chrono::milliseconds delay, std::function<void()> callback) override;
    void cancel(TimerId id) override;

    /// Simulated time per time of the other clock.
    [[nodiscard]] double factor() const { return m_factor; }

private:
    Clock &m_base;
    double m_factor;
    qint64 m_startUtcMs;
    std::chrono::milliseconds m_start;
};

} // namespace outlet
