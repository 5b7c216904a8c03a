// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>

#include "history/energy_query.h"
#include "history/raw_rows.h"

namespace outlet {

inline constexpr qint64 kMinuteMs = 60'000;
inline constexpr qint64 kQuarterMs = 15 * kMinuteMs;
inline constexpr qsizetype kMinutesOfDay = 1440;
inline constexpr qsizetype kQuartersOfDay = 96;

/// A reading holds until the next one, but no longer than this; beyond it nothing is known.
inline constexpr qint64 kReadingCoverageMs = 5 * kMinuteMs;

/// Power over a piece of time, as the readings have it; 0 while the relay is known to be off.
struct PowerSpan
{
    TimeRange range;
    qint64 milliwatts = 0;
    friend bool operator==(const PowerSpan &, const PowerSpan &) = default;
};

/// What the relay and the link were over a piece of time.
struct RelaySpan
{
    TimeRange range;
    bool connected = false;
    std::optional<bool> relayOn;
    std::optional<int> signalDbm;
};

/// Times in which the program recorded, ascending.
using Sessions = QList<TimeRange>;

/// What the states say about \a range, ascending. A state holds until the next one or the end of
/// the session that it was written in. Time without a state is left out.
[[nodiscard]] QList<RelaySpan> relaySpans(const QList<RawState> &states, const Sessions &sessions,
                                          TimeRange range);

/// Where power is known within \a range, ascending, without overlaps.
[[nodiscard]] QList<PowerSpan> powerSpans(const QList<RawReading> &readings,
                                          const QList<RelaySpan> &relays, const Sessions &sessions,
                                          TimeRange range);

/// One bucket for each whole minute of \a range (which begins and ends on minutes), from the raw
/// rows that concern it. Of the minutes everything coarser is added up, so all resolutions agree.
[[nodiscard]] QList<EnergyBucket> minuteBuckets(const RawRows &rows, const Sessions &sessions,
                                                TimeRange range);

/// Adds up \a count buckets from \a first on.
[[nodiscard]] EnergyBucket sumOf(const QList<EnergyBucket> &buckets, qsizetype first,
                                 qsizetype count);

/// 96 quarter hours from the 1440 minutes of a day.
[[nodiscard]] QList<EnergyBucket> quartersOf(const QList<EnergyBucket> &minutes);

} // namespace outlet
