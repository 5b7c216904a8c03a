// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <optional>

#include "history/measured.h"

namespace outlet {

/// Energy over exact time, as it was accounted: the span ends when it was measured.
struct RawReport
{
    qint64 endUtcMs = 0;
    qint64 durationMs =
        0; ///< 0 = no span was given: all of it counts at the millisecond before the end
    qint64 joules = 0;
    friend bool operator==(const RawReport &, const RawReport &) = default;
};

/// A stored reading; power is quantised before it is stored (see quantise()), so that packing it
/// later changes nothing.
struct RawReading
{
    qint64 utcMs = 0;
    std::optional<qint64> milliwatts;
    std::optional<qint64> decivolts;
    friend bool operator==(const RawReading &, const RawReading &) = default;
};

/// What the relay and the link are from this instant on.
struct RawState
{
    qint64 utcMs = 0;
    bool connected = false;
    std::optional<bool> relayOn;
    MeasuredState::Cause cause = MeasuredState::Cause::Reported;
    std::optional<int> signalDbm;
    friend bool operator==(const RawState &, const RawState &) = default;
};

/// All raw rows of one outlet in some span of time, each list ascending by time.
struct RawRows
{
    QList<RawReport> reports;
    QList<RawReading> readings;
    QList<RawState> states;
    friend bool operator==(const RawRows &, const RawRows &) = default;
};

} // namespace outlet
