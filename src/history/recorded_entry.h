// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QString>
#include <algorithm>
#include <variant>

#include "base/local_calendar.h"
#include "history/measured.h"

namespace outlet {

/// Recording went on over this time, without a break.
struct RecordingTick
{
    qint64 fromUtcMs = 0;
    qint64 untilUtcMs = 0;
};

/// What waits to be written: a value of any kind that is recorded.
using RecordedEntry = std::variant<MeasuredReport, MeasuredReading, MeasuredState, RecordingTick>;

/// Recording that was not told of time for so long was interrupted: the computer slept, or its
/// clock was set.
inline constexpr qint64 kInterruptedMs = 60 * 1000;

/// How often what was refused: outlet id -> kind -> count.
using RejectedCounts = QHash<QString, QHash<QString, quint64>>;

/// What one or several transactions brought into the file.
struct RecordedNews
{
    QSet<QString> outletIds;
    TimeRange range;
    RejectedCounts rejected; ///< the counts of those outlets that had one refused

    [[nodiscard]] bool isEmpty() const { return outletIds.isEmpty() && rejected.isEmpty(); }
    void touch(const QString &outletId, qint64 startUtcMs, qint64 endUtcMs)
    {
        outletIds.insert(outletId);
        range = range.isEmpty() ? TimeRange{startUtcMs, endUtcMs}
                                : TimeRange{std::min(range.startUtcMs, startUtcMs),
                                            std::max(range.endUtcMs, endUtcMs)};
    }
    void add(const RecordedNews &other)
    {
        if (!other.outletIds.isEmpty())
            touch(*other.outletIds.cbegin(), other.range.startUtcMs, other.range.endUtcMs);
        outletIds.unite(other.outletIds);
        for (auto it = other.rejected.cbegin(); it != other.rejected.cend(); ++it)
            rejected.insert(it.key(), it.value());
    }
};

} // namespace outlet
