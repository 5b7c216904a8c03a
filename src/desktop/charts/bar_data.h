// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <optional>

#include "base/local_calendar.h"
#include "tariff/money.h"

namespace outlet {

/// What a bar stands for. Empty = not known, which is never drawn as 0.
struct BarAmount
{
    std::optional<qint64> joules;
    std::optional<Money> cost;

    /// Adds what is known of \a other; the sum is exact.
    void add(const BarAmount &other)
    {
        if (other.joules)
            joules = joules.value_or(0) + *other.joules;
        if (other.cost)
            cost = cost.value_or(Money()) + *other.cost;
    }
    friend bool operator==(const BarAmount &, const BarAmount &) = default;
};

/// A place on the time axis.
struct BarBucket
{
    TimeRange range;
    qint64 missingMs = 0;   ///< of which nothing is known, of all series together
    bool isCurrent = false; ///< now is in it: it will grow
    bool isFuture = false;  ///< begins after now
    /// What the whole bucket will come to, for the current and the future ones; empty = not said.
    BarAmount projected;
    friend bool operator==(const BarBucket &, const BarBucket &) = default;
};

/// The part of every bar that belongs to one outlet.
struct BarSeries
{
    QString key; ///< the outlet's id
    QString name;
    int color = 0;           ///< wanted: 1 to 8, 0 = chosen by the chart
    QList<BarAmount> values; ///< one for each bucket
    friend bool operator==(const BarSeries &, const BarSeries &) = default;
};

/// All that a BarChart shows, as plain values: buckets by series, exact, in no particular order and
/// in any number. Nothing in it depends on size, colour or on what is hidden.
struct BarData
{
    CalendarUnit unit = CalendarUnit::Day; ///< Hour, Day or Month: how the buckets are named
    LocalCalendar calendar;
    QString currency; ///< ISO 4217
    QList<BarBucket> buckets;
    QList<BarSeries> series; ///< in the user's order
};

} // namespace outlet
