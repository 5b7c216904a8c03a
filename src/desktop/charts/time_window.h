// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QString>

#include "base/local_calendar.h"

namespace outlet {

/// The stretch of time that a chart shows: the last minutes, one local hour, day, week, month or
/// year as a whole, or any other stretch. A value type without a clock of its own.
class TimeWindow
{
    Q_DECLARE_TR_FUNCTIONS(outlet::TimeWindow)
public:
    enum class Kind { Live, Hour, Day, Week, Month, Year, Custom };

    static constexpr qint64 kLiveMs = 5 * 60'000;
    static constexpr qint64 kShortestMs = 60'000;
    static constexpr qint64 kLongestMs = qint64(30) * 366 * 86'400'000;

    /// The window of this kind that contains an instant; for Live the minutes before it. Custom is
    /// that day.
    [[nodiscard]] static TimeWindow of(Kind kind, qint64 utcMs, const LocalCalendar &calendar);
    /// Any stretch; made at least kShortestMs and at most kLongestMs long.
    [[nodiscard]] static TimeWindow custom(const TimeRange &range);

    Kind kind = Kind::Day;
    TimeRange range;

    /// The next (\a by 1) or previous (-1) one of the same kind; a custom one moves by its length,
    /// in whole local days if it has them.
    [[nodiscard]] TimeWindow moved(int by, const LocalCalendar &calendar) const;
    /// Length of the buckets it is drawn in; 0 = every reading (design.md section 4).
    [[nodiscard]] qint64 bucketMs() const;
    /// What to ask the history for: the window, and around a custom one half as much again on both
    /// sides, so that moving it a little needs no question.
    [[nodiscard]] TimeRange askedRange(const LocalCalendar &calendar) const;

    /// "Today, Nov 18", "Nov 10 – Nov 16", "November 2025", "Nov 18, 2:00 PM – 4:00 PM".
    [[nodiscard]] QString title(qint64 nowUtcMs, const LocalCalendar &calendar) const;
    /// The same within a sentence: "today", "Nov 3", "November".
    [[nodiscard]] QString shortTitle(qint64 nowUtcMs, const LocalCalendar &calendar) const;
    /// What tells it apart from others of its kind: "Nov 18", "Week of Nov 16", "October", "2025".
    [[nodiscard]] QString name(const LocalCalendar &calendar) const;
    /// The borders of buckets over \a range that are longer than an hour: they are of local time,
    /// so that a "day" is one also after a clock change. Empty for shorter ones, which lie on round
    /// times of UTC.
    [[nodiscard]] static QList<qint64> edges(const TimeRange &range, qint64 bucketMs,
                                             const LocalCalendar &calendar);
    /// The time of the bucket around an instant as the crosshair says it: "Tue, Nov 18 · 5:10 PM",
    /// "Tue, Nov 18", "Nov 16 – Nov 22"; with buckets of 0 that of the instant.
    [[nodiscard]] static QString pointText(qint64 utcMs, qint64 bucketMs,
                                           const LocalCalendar &calendar);

    friend bool operator==(const TimeWindow &, const TimeWindow &) = default;

private:
    [[nodiscard]] bool isWholeDays(const LocalCalendar &calendar) const;
};

} // namespace outlet
