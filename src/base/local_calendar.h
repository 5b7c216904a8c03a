// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QDate>
#include <QtCore/QDateTime>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QTimeZone>
#include <memory>
#include <optional>

namespace outlet {

/// A span of time: from \a startUtcMs, up to and without \a endUtcMs; milliseconds since the epoch.
struct TimeRange
{
    qint64 startUtcMs = 0;
    qint64 endUtcMs = 0;

    [[nodiscard]] bool isEmpty() const { return endUtcMs <= startUtcMs; }
    [[nodiscard]] qint64 lengthMs() const { return endUtcMs - startUtcMs; }
    [[nodiscard]] bool contains(qint64 utcMs) const
    {
        return utcMs >= startUtcMs && utcMs < endUtcMs;
    }
    friend bool operator==(const TimeRange &, const TimeRange &) = default;
};

/// The steps in which people count time.
enum class CalendarUnit {
    Minute,
    FiveMinutes,
    QuarterHour,
    HalfHour,
    Hour,
    TwoHours,
    Day,
    Week,
    Month,
    Year
};

/// Local time: where its days, weeks and months begin, over daylight-saving changes and in zones of
/// any offset. The zone is given, not read, so that tests choose it. A value type, cheap to copy,
/// for any thread. Dates and instants outside of the years 1 to 9999 count as the nearest inside.
class LocalCalendar
{
public:
    explicit LocalCalendar(QTimeZone zone = QTimeZone::systemTimeZone(),
                           Qt::DayOfWeek firstDayOfWeek = Qt::Monday);

    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    [[nodiscard]] Qt::DayOfWeek firstDayOfWeek() const { return m_firstDayOfWeek; }

    /// The instant at which the local \a date begins (its first moment, where midnight is skipped).
    [[nodiscard]] qint64 dayStartUtcMs(QDate date) const;
    /// The local date of an instant: the day whose range contains it.
    [[nodiscard]] QDate date(qint64 utcMs) const;
    /// What the local clock shows at an instant, in minutes since its midnight, 0 to 1439.
    [[nodiscard]] int minuteOfDay(qint64 utcMs) const;
    /// The local day, the calendar month (from its \a firstDay of 1 to 28, for billing) of a date.
    [[nodiscard]] TimeRange day(QDate date) const;
    [[nodiscard]] TimeRange month(QDate anyDayInIt, int firstDay = 1) const;
    [[nodiscard]] TimeRange week(QDate anyDayInIt) const;
    [[nodiscard]] TimeRange year(QDate anyDayInIt) const;

    /// The borders of the steps that cover \a range: the first at or before its start, the last at
    /// or after its end, ascending; each pair of neighbours is one bucket. Minutes to hours are cut
    /// on the local clock's round times and never run over the border of a local day: a day with a
    /// clock change gets 23, 25 or (Lord Howe) 23.5 hours, its odd bucket shorter or longer.
    /// Empty for an empty range, for one outside of the years 1 to 9999, and when there would be
    /// more than \a most.
    [[nodiscard]] QList<qint64> edges(TimeRange range, CalendarUnit unit,
                                      qsizetype most = 1'000'000) const;

    /// The same in steps of \a stepMs: a part of a day (a divisor of it, at least a minute), cut
    /// anew in each local day, or a number of whole local days, counted from a first day of the
    /// week long ago so that the same days are together whatever the range.
    [[nodiscard]] QList<qint64> edgesEvery(TimeRange range, qint64 stepMs,
                                           qsizetype most = 1'000'000) const;

    /// ISO 8601 with the offset of that instant: "2025-10-01T00:00:00-04:00" ("Z" is never used).
    [[nodiscard]] QString isoText(qint64 utcMs) const;
    /// Reads ISO 8601: a date (the beginning of that local day), a date and time with offset or
    /// "Z", or a local time without offset (the earlier one where it happens twice). Empty when it
    /// is neither.
    [[nodiscard]] std::optional<qint64> instantFromText(QStringView text) const;

private:
    class Offsets;

    QTimeZone m_zone;
    Qt::DayOfWeek m_firstDayOfWeek;
    std::shared_ptr<const Offsets> m_offsets;
};

} // namespace outlet
