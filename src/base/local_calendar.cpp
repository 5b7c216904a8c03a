// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "base/local_calendar.h"

#include <QtCore/QHash>
#include <QtCore/QMutex>
#include <QtCore/QRegularExpression>
#include <algorithm>

namespace outlet {

namespace {

constexpr qint64 kMinuteMs = 60'000;
constexpr qint64 kDayMs = 24 * 60 * kMinuteMs;
constexpr qint64 kEpochJulianDay = 2'440'588;
const QDate kFirstDate(1, 1, 1);
const QDate kLastDate(9999, 12, 31);
/// A day more than the dates, for whatever offset.
constexpr qint64 kFirstUtcMs = -62'135'683'200'000;
constexpr qint64 kLastUtcMs = 253'402'387'200'000;

qint64 floorDiv(qint64 value, qint64 by)
{
    const qint64 quotient = value / by;
    return quotient * by > value ? quotient - 1 : quotient;
}

QDate dateOfLocalMs(qint64 localMs)
{
    return QDate::fromJulianDay(floorDiv(localMs, kDayMs) + kEpochJulianDay);
}

QDate inRange(QDate date)
{
    return date.isValid() ? std::clamp(date, kFirstDate, kLastDate) : kFirstDate;
}

/// The length of units of the clock; 0 for those of the calendar.
qint64 clockStepMs(CalendarUnit unit)
{
    switch (unit) {
    case CalendarUnit::Minute:
        return kMinuteMs;
    case CalendarUnit::FiveMinutes:
        return 5 * kMinuteMs;
    case CalendarUnit::QuarterHour:
        return 15 * kMinuteMs;
    case CalendarUnit::HalfHour:
        return 30 * kMinuteMs;
    case CalendarUnit::Hour:
        return 60 * kMinuteMs;
    case CalendarUnit::TwoHours:
        return 120 * kMinuteMs;
    case CalendarUnit::Day:
    case CalendarUnit::Week:
    case CalendarUnit::Month:
    case CalendarUnit::Year:
        break;
    }
    return 0;
}

} // namespace

/// A zone's offsets as a table: QTimeZone needs microseconds for each instant, a year of hours
/// needs thousands of them. Never changes once made, so threads share it.
class LocalCalendar::Offsets
{
public:
    /// The table of a zone; made once for each zone of the process.
    static std::shared_ptr<const Offsets> of(const QTimeZone &zone)
    {
        static QMutex mutex;
        static QHash<QByteArray, std::shared_ptr<const Offsets>> known;
        const QByteArray id = zone.isValid() ? zone.id() : QByteArray();
        const QMutexLocker locker(&mutex);
        auto &offsets = known[id];
        if (!offsets)
            offsets = std::make_shared<Offsets>(zone);
        return offsets;
    }

    explicit Offsets(const QTimeZone &zone)
    {
        // Outside of these years the nearest offset holds.
        const QDateTime from(QDate(1900, 1, 1), QTime(0, 0), QTimeZone::utc());
        const QDateTime to(QDate(2200, 1, 1), QTime(0, 0), QTimeZone::utc());
        m_spans.append({kFirstUtcMs, zone.isValid() ? zone.offsetFromUtc(from) * qint64(1000) : 0});
        if (!zone.isValid() || !zone.hasTransitions())
            return;
        for (const QTimeZone::OffsetData &data : zone.transitions(from, to)) {
            const qint64 offsetMs = data.offsetFromUtc * qint64(1000);
            if (offsetMs != m_spans.constLast().offsetMs)
                m_spans.append({data.atUtc.toMSecsSinceEpoch(), offsetMs});
        }
    }

    /// Index of the span of constant offset that contains an instant.
    [[nodiscard]] qsizetype indexAt(qint64 utcMs) const
    {
        const auto after =
            std::upper_bound(m_spans.cbegin(), m_spans.cend(), utcMs,
                             [](qint64 instant, const Span &span) { return instant < span.start; });
        return std::max<qsizetype>(0, after - m_spans.cbegin() - 1);
    }
    [[nodiscard]] qint64 offsetAt(qsizetype index) const { return m_spans.at(index).offsetMs; }
    [[nodiscard]] qint64 endOf(qsizetype index) const
    {
        return index + 1 < m_spans.size() ? m_spans.at(index + 1).start : kLastUtcMs + kDayMs;
    }
    [[nodiscard]] qint64 localMs(qint64 utcMs) const { return utcMs + offsetAt(indexAt(utcMs)); }

    /// The first instant whose local time is \a localMs or later: the earlier one of two, and the
    /// end of the jump for times that a clock change skips.
    [[nodiscard]] qint64 firstAt(qint64 localMs) const
    {
        // No zone is further than a day from UTC, nor ever was.
        qsizetype index = indexAt(localMs - kDayMs);
        for (; index + 1 < m_spans.size(); ++index) {
            if (localMs - offsetAt(index) < endOf(index))
                break;
        }
        return std::max(m_spans.at(index).start, localMs - offsetAt(index));
    }

    /// The end of the bucket of \a stepMs that \a utcMs lies in, by the local clock.
    [[nodiscard]] qint64 stepEnd(qint64 utcMs, qint64 stepMs) const
    {
        qsizetype index = indexAt(utcMs);
        const qint64 step = floorDiv(utcMs + offsetAt(index), stepMs);
        while (true) {
            const qint64 end = (step + 1) * stepMs - offsetAt(index);
            const qint64 change = endOf(index);
            if (end < change || index + 1 >= m_spans.size())
                return end;
            ++index;
            // A bucket goes on over a change in its middle and gets longer or shorter, unless the
            // clock shows another step, or the whole step again.
            const qint64 after = change + offsetAt(index);
            if (floorDiv(after, stepMs) != step || (end == change && after == step * stepMs))
                return change;
        }
    }

private:
    struct Span
    {
        qint64 start;
        qint64 offsetMs;
    };
    QList<Span> m_spans;
};

LocalCalendar::LocalCalendar(QTimeZone zone, Qt::DayOfWeek firstDayOfWeek)
    : m_zone(zone.isValid() ? std::move(zone) : QTimeZone::utc())
    , m_firstDayOfWeek(firstDayOfWeek)
    , m_offsets(Offsets::of(m_zone))
{
}

qint64 LocalCalendar::dayStartUtcMs(QDate date) const
{
    // The day after the last one is needed as that one's end.
    const QDate day = date == kLastDate.addDays(1) ? date : inRange(date);
    return m_offsets->firstAt((day.toJulianDay() - kEpochJulianDay) * kDayMs);
}

QDate LocalCalendar::date(qint64 utcMs) const
{
    const qint64 instant = std::clamp(utcMs, kFirstUtcMs, kLastUtcMs);
    const QDate date = inRange(dateOfLocalMs(m_offsets->localMs(instant)));
    // A clock set back just after midnight (St John's did) shows yesterday again: still today.
    const QDate next = date.addDays(1);
    return date < kLastDate && dayStartUtcMs(next) <= instant ? next : date;
}

int LocalCalendar::minuteOfDay(qint64 utcMs) const
{
    const qint64 local = m_offsets->localMs(std::clamp(utcMs, kFirstUtcMs, kLastUtcMs));
    return int((local - floorDiv(local, kDayMs) * kDayMs) / kMinuteMs);
}

TimeRange LocalCalendar::day(QDate date) const
{
    const QDate day = inRange(date);
    return {dayStartUtcMs(day), dayStartUtcMs(day.addDays(1))};
}

TimeRange LocalCalendar::month(QDate anyDayInIt, int firstDay) const
{
    const QDate date = inRange(anyDayInIt);
    const int first = std::clamp(firstDay, 1, 28);
    QDate start(date.year(), date.month(), first);
    if (date < start)
        start = start.addMonths(-1);
    return {dayStartUtcMs(start), dayStartUtcMs(start.addMonths(1))};
}

TimeRange LocalCalendar::week(QDate anyDayInIt) const
{
    const QDate date = inRange(anyDayInIt);
    const QDate start = date.addDays(-((date.dayOfWeek() - int(m_firstDayOfWeek) + 7) % 7));
    return {dayStartUtcMs(start), dayStartUtcMs(start.addDays(7))};
}

TimeRange LocalCalendar::year(QDate anyDayInIt) const
{
    const QDate start(inRange(anyDayInIt).year(), 1, 1);
    return {dayStartUtcMs(start), dayStartUtcMs(start.addYears(1))};
}

QList<qint64> LocalCalendar::edges(TimeRange range, CalendarUnit unit, qsizetype most) const
{
    if (range.isEmpty() || range.startUtcMs < dayStartUtcMs(kFirstDate) ||
        range.endUtcMs > dayStartUtcMs(kLastDate))
        return {};
    const qint64 stepMs = clockStepMs(unit);
    QDate next = date(range.startUtcMs);
    switch (unit) {
    case CalendarUnit::Week:
        next = date(week(next).startUtcMs);
        break;
    case CalendarUnit::Month:
        next = QDate(next.year(), next.month(), 1);
        break;
    case CalendarUnit::Year:
        next = QDate(next.year(), 1, 1);
        break;
    default:
        break;
    }
    QList<qint64> edges;
    qint64 edge = dayStartUtcMs(next);
    qint64 dayEnd = edge; // of the day (week, month, year) that edge lies in
    while (edges.size() <= most) {
        if (edge <= range.startUtcMs)
            edges.clear();                               // a later first edge
        if (edges.isEmpty() || edge > edges.constLast()) // a whole day may be skipped (Apia, 2011)
            edges.append(edge);
        if (edge >= range.endUtcMs)
            break;
        if (edge >= dayEnd) {
            if (unit == CalendarUnit::Year)
                next = next.addYears(1);
            else if (unit == CalendarUnit::Month)
                next = next.addMonths(1);
            else
                next = next.addDays(unit == CalendarUnit::Week ? 7 : 1);
            dayEnd = dayStartUtcMs(next);
        }
        edge = stepMs == 0 ? dayEnd : std::min(m_offsets->stepEnd(edge, stepMs), dayEnd);
    }
    if (edges.size() > most)
        return {};
    return edges;
}

QList<qint64> LocalCalendar::edgesEvery(TimeRange range, qint64 stepMs, qsizetype most) const
{
    if (range.isEmpty() || stepMs < kMinuteMs || range.startUtcMs < dayStartUtcMs(kFirstDate) ||
        range.endUtcMs > dayStartUtcMs(kLastDate))
        return {};
    const qint64 days = std::max<qint64>(stepMs / kDayMs, 1);
    const qint64 firstDay = int(m_firstDayOfWeek) - 1; // Julian day 0 was a Monday
    const qint64 julian = date(range.startUtcMs).toJulianDay() - firstDay;
    QDate next = QDate::fromJulianDay(floorDiv(julian, days) * days + firstDay);
    QList<qint64> edges;
    qint64 edge = dayStartUtcMs(next);
    qint64 dayEnd = edge;
    while (edges.size() <= most) {
        if (edge <= range.startUtcMs)
            edges.clear();
        if (edges.isEmpty() || edge > edges.constLast())
            edges.append(edge);
        if (edge >= range.endUtcMs)
            return edges.size() > most ? QList<qint64>() : edges;
        if (edge >= dayEnd) {
            next = next.addDays(days);
            dayEnd = dayStartUtcMs(next);
        }
        edge = stepMs >= kDayMs ? dayEnd : std::min(m_offsets->stepEnd(edge, stepMs), dayEnd);
    }
    return {};
}

QString LocalCalendar::isoText(qint64 utcMs) const
{
    const qint64 instant = std::clamp(utcMs, kFirstUtcMs, kLastUtcMs);
    // ISO 8601 has no seconds in an offset; those of before the zones' time (LMT) are left out of
    // the local time too, so that the text still names the instant.
    const qint64 offsetMinutes =
        floorDiv(m_offsets->offsetAt(m_offsets->indexAt(instant)), kMinuteMs);
    const qint64 local = instant + offsetMinutes * kMinuteMs;
    const QTime time =
        QTime::fromMSecsSinceStartOfDay(int(local - floorDiv(local, kDayMs) * kDayMs));
    const qint64 size = qAbs(offsetMinutes);
    return dateOfLocalMs(local).toString(Qt::ISODate) + u'T' +
           time.toString(time.msec() == 0 ? Qt::ISODate : Qt::ISODateWithMs) +
           (offsetMinutes < 0 ? u'-' : u'+') +
           QStringLiteral("%1:%2")
               .arg(size / 60, 2, 10, QLatin1Char('0'))
               .arg(size % 60, 2, 10, QLatin1Char('0'));
}

std::optional<qint64> LocalCalendar::instantFromText(QStringView text) const
{
    static const QRegularExpression form(
        QStringLiteral("\\A([0-9]{4}-[0-9]{2}-[0-9]{2})"
                       "(?:[Tt ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)?"
                       "(?:([Zz])|([+-])([0-9]{2}):?([0-9]{2})?)?)?\\z"));
    const QRegularExpressionMatch match = form.match(text.trimmed().toString());
    if (!match.hasMatch())
        return std::nullopt;
    const QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
    if (!date.isValid() || date < kFirstDate)
        return std::nullopt;
    if (match.capturedLength(2) == 0)
        return dayStartUtcMs(date);

    const QString fraction = match.captured(5).leftJustified(3, u'0').left(3);
    const QTime time(match.captured(2).toInt(), match.captured(3).toInt(),
                     match.captured(4).toInt(), fraction.toInt());
    if (!time.isValid())
        return std::nullopt;
    const qint64 local =
        (date.toJulianDay() - kEpochJulianDay) * kDayMs + time.msecsSinceStartOfDay();
    if (match.capturedLength(6) > 0)
        return local;
    if (match.capturedLength(7) == 0)
        return m_offsets->firstAt(local);
    const int hours = match.captured(8).toInt();
    const int minutes = match.captured(9).toInt();
    if (hours > 23 || minutes > 59)
        return std::nullopt;
    const qint64 offsetMs = (hours * 60 + minutes) * kMinuteMs;
    return match.captured(7) == u'-' ? local + offsetMs : local - offsetMs;
}

} // namespace outlet
