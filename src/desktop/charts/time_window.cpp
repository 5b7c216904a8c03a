// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/time_window.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <algorithm>
#include <array>
#include <cmath>

#include "desktop/charts/time_ticks.h"
#include "desktop/format.h"

namespace outlet {

namespace {

constexpr qint64 kSecondMs = 1000;
constexpr qint64 kMinuteMs = 60 * kSecondMs;
constexpr qint64 kHourMs = 60 * kMinuteMs;
constexpr qint64 kDayMs = 24 * kHourMs;

/// A custom window has at most this many buckets, and at least half as many.
constexpr qint64 kMostBuckets = 400;
/// Up to this length every reading is drawn.
constexpr qint64 kRawMs = 10 * kMinuteMs;

/// Each at most about twice the one before it.
constexpr std::array kBuckets{
    5 * kSecondMs, 10 * kSecondMs, 20 * kSecondMs, 30 * kSecondMs, kMinuteMs,      2 * kMinuteMs,
    3 * kMinuteMs, 5 * kMinuteMs,  10 * kMinuteMs, 15 * kMinuteMs, 30 * kMinuteMs, kHourMs,
    2 * kHourMs,   3 * kHourMs,    6 * kHourMs,    12 * kHourMs,   kDayMs,         2 * kDayMs,
    4 * kDayMs,    7 * kDayMs,     14 * kDayMs,    28 * kDayMs,
};

qint64 hourStart(qint64 utcMs, const LocalCalendar &calendar)
{
    const QList<qint64> edges = calendar.edges({utcMs, utcMs + 1}, CalendarUnit::Hour);
    return edges.isEmpty() ? utcMs : edges.constFirst();
}

qint64 hourEnd(qint64 utcMs, const LocalCalendar &calendar)
{
    const QList<qint64> edges = calendar.edges({utcMs, utcMs + 1}, CalendarUnit::Hour);
    return edges.isEmpty() ? utcMs + kHourMs : edges.constLast();
}

QDateTime local(qint64 utcMs, const LocalCalendar &calendar)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, calendar.zone());
}

QString clockText(qint64 utcMs, const LocalCalendar &calendar)
{
    return QLocale().toString(local(utcMs, calendar).time(), QLocale::ShortFormat);
}

/// "Nov 10 – Nov 16", with years where they are another than now's.
QString dates(QDate first, QDate last, QDate today)
{
    if (first == last)
        return Format::day(first, today);
    const QString from = Format::day(first, first.year() == last.year() ? first : today);
    return TimeWindow::tr("%1 – %2").arg(from, Format::day(last, today));
}

} // namespace

TimeWindow TimeWindow::of(Kind kind, qint64 utcMs, const LocalCalendar &calendar)
{
    const QDate date = calendar.date(utcMs);
    switch (kind) {
    case Kind::Live:
        return {kind, {utcMs - kLiveMs, utcMs}};
    case Kind::Hour:
        return {kind, {hourStart(utcMs, calendar), hourEnd(utcMs, calendar)}};
    case Kind::Week:
        return {kind, calendar.week(date)};
    case Kind::Month:
        return {kind, calendar.month(date)};
    case Kind::Year:
        return {kind, calendar.year(date)};
    case Kind::Day:
    case Kind::Custom:
        break;
    }
    return {kind, calendar.day(date)};
}

TimeWindow TimeWindow::custom(const TimeRange &range)
{
    TimeWindow window{Kind::Custom, range};
    const qint64 length = std::clamp(range.lengthMs(), kShortestMs, kLongestMs);
    if (length != range.lengthMs()) {
        window.range.startUtcMs += (range.lengthMs() - length) / 2;
        window.range.endUtcMs = window.range.startUtcMs + length;
    }
    return window;
}

bool TimeWindow::isWholeDays(const LocalCalendar &calendar) const
{
    return calendar.dayStartUtcMs(calendar.date(range.startUtcMs)) == range.startUtcMs &&
           calendar.dayStartUtcMs(calendar.date(range.endUtcMs)) == range.endUtcMs;
}

TimeWindow TimeWindow::moved(int by, const LocalCalendar &calendar) const
{
    TimeWindow window = *this;
    for (int i = 0; i < std::abs(by); ++i) {
        const TimeRange now = window.range;
        if (kind == Kind::Live || (kind == Kind::Custom && !isWholeDays(calendar))) {
            const qint64 step = by > 0 ? now.lengthMs() : -now.lengthMs();
            window.range = {now.startUtcMs + step, now.endUtcMs + step};
        } else if (kind == Kind::Custom) {
            const QDate from = calendar.date(now.startUtcMs);
            const QDate to = calendar.date(now.endUtcMs);
            const qint64 days = by > 0 ? from.daysTo(to) : -from.daysTo(to);
            window.range = {calendar.dayStartUtcMs(from.addDays(days)),
                            calendar.dayStartUtcMs(to.addDays(days))};
        } else {
            window = of(kind, by > 0 ? now.endUtcMs : now.startUtcMs - 1, calendar);
        }
    }
    return window;
}

qint64 TimeWindow::bucketMs() const
{
    switch (kind) {
    case Kind::Live:
        return 0;
    case Kind::Hour:
        return 10 * kSecondMs;
    case Kind::Day:
        return 5 * kMinuteMs;
    case Kind::Week:
        return 30 * kMinuteMs;
    case Kind::Month:
        return 2 * kHourMs;
    case Kind::Year:
        return kDayMs;
    case Kind::Custom:
        break;
    }
    if (range.lengthMs() <= kRawMs)
        return 0;
    for (const qint64 bucket : kBuckets) {
        if (range.lengthMs() <= bucket * kMostBuckets)
            return bucket;
    }
    return kBuckets.back();
}

TimeRange TimeWindow::askedRange(const LocalCalendar &calendar) const
{
    if (kind != Kind::Custom)
        return range;
    const qint64 more = range.lengthMs() / 2;
    const TimeRange asked{range.startUtcMs - more, range.endUtcMs + more};
    const QList<qint64> whole = edges(asked, bucketMs(), calendar);
    return whole.isEmpty() ? asked : TimeRange{whole.constFirst(), whole.constLast()};
}

QString TimeWindow::title(qint64 nowUtcMs, const LocalCalendar &calendar) const
{
    const QDate today = calendar.date(nowUtcMs);
    const QDate first = calendar.date(range.startUtcMs);
    const QDate last = calendar.date(range.endUtcMs - 1);
    const auto dayTitle = [&](QDate date) {
        const QString text = Format::day(date, today);
        if (date == today)
            return tr("Today, %1").arg(text);
        if (date.addDays(1) == today)
            return tr("Yesterday, %1").arg(text);
        return date.year() == today.year() ? Format::weekday(date) : text;
    };
    switch (kind) {
    case Kind::Live:
        return tr("Last 5 minutes");
    case Kind::Day:
        return dayTitle(first);
    case Kind::Week:
        return dates(first, last, today);
    case Kind::Month:
        return Format::month(first);
    case Kind::Year:
        return QString::number(first.year());
    case Kind::Hour:
    case Kind::Custom:
        break;
    }
    if (isWholeDays(calendar))
        return first == last ? dayTitle(first) : dates(first, last, today);
    const QString from = clockText(range.startUtcMs, calendar);
    const QString to = clockText(range.endUtcMs, calendar);
    const QDate end = calendar.date(range.endUtcMs);
    if (first == last)
        return tr("%1, %2 – %3").arg(Format::day(first, today), from, to);
    return tr("%1, %2 – %3, %4").arg(Format::day(first, today), from, Format::day(end, today), to);
}

QString TimeWindow::shortTitle(qint64 nowUtcMs, const LocalCalendar &calendar) const
{
    const QDate today = calendar.date(nowUtcMs);
    const QDate first = calendar.date(range.startUtcMs);
    const bool isOneDay = range == calendar.day(first);
    if (kind == Kind::Live)
        return tr("the last 5 minutes");
    if (isOneDay && first == today)
        return tr("today");
    if (isOneDay && first.addDays(1) == today)
        return tr("yesterday");
    return isOneDay ? Format::day(first, today) : title(nowUtcMs, calendar);
}

QString TimeWindow::name(const LocalCalendar &calendar) const
{
    const QDate first = calendar.date(range.startUtcMs);
    switch (kind) {
    case Kind::Hour:
        return clockText(range.startUtcMs, calendar);
    case Kind::Week:
        return tr("Week of %1").arg(Format::date(first, false));
    case Kind::Month:
        return QLocale().standaloneMonthName(first.month());
    case Kind::Year:
        return QString::number(first.year());
    case Kind::Live:
    case Kind::Day:
    case Kind::Custom:
        break;
    }
    return Format::date(first, false);
}

QList<qint64> TimeWindow::edges(const TimeRange &range, qint64 bucketMs,
                                const LocalCalendar &calendar)
{
    return bucketMs > kHourMs ? calendar.edgesEvery(range, bucketMs) : QList<qint64>();
}

QString TimeWindow::pointText(qint64 utcMs, qint64 bucketMs, const LocalCalendar &calendar)
{
    const QList<qint64> bucket = edges({utcMs, utcMs + 1}, bucketMs, calendar);
    const qint64 start = bucket.isEmpty() ? utcMs - bucketMs / 2 : bucket.constFirst();
    const QDateTime time = local(start, calendar);
    const QDate first = calendar.date(start);
    if (bucketMs > kDayMs && !bucket.isEmpty()) {
        const QDate last = calendar.date(bucket.constLast() - 1);
        return dates(first, last, last);
    }
    const QString date = Format::weekday(first);
    if (bucketMs >= kDayMs)
        return date;
    if (bucketMs > 0 && bucketMs % kMinuteMs == 0)
        return tr("%1 · %2").arg(date, clockText(start, calendar));
    return tr("%1 · %2").arg(date, TimeTicks::clock(time.time()));
}

} // namespace outlet
