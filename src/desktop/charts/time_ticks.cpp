// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/time_ticks.h"

#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>
#include <algorithm>
#include <array>

#include "desktop/format.h"

namespace outlet {

namespace {

QString number(int value)
{
    const QString digits = QLocale().toString(value);
    return QChar(0x2212) + digits; // a real minus sign
}

enum class Unit { Second, Day, Week, Month, Year };

/// A distance between labels that people find round.
struct Step
{
    Unit unit;
    int count;

    [[nodiscard]] qint64 lengthMs() const
    {
        constexpr qint64 second = 1000;
        constexpr qint64 day = 86'400 * second;
        switch (unit) {
        case Unit::Second:
            return count * second;
        case Unit::Day:
            return count * day;
        case Unit::Week:
            return count * 7 * day;
        case Unit::Month:
            return count * 28 * day;
        case Unit::Year:
            break;
        }
        return count * 365 * day;
    }

    /// The times on this step within a range, its end included.
    [[nodiscard]] QList<qint64> times(const TimeRange &range, const LocalCalendar &calendar) const
    {
        return unit == Unit::Second ? clockTimes(range, calendar) : dates(range, calendar);
    }

    [[nodiscard]] QString label(qint64 utcMs, const LocalCalendar &calendar) const
    {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(utcMs, calendar.zone());
        const QLocale locale;
        switch (unit) {
        case Unit::Second:
            if (count < 60)
                return TimeTicks::clock(time.time());
            return count % 3600 == 0 ? hour(time.time())
                                     : locale.toString(time.time(), QLocale::ShortFormat);
        case Unit::Day:
        case Unit::Week:
            return Format::day(time.date(), time.date());
        case Unit::Month:
            return locale.standaloneMonthName(time.date().month(), QLocale::ShortFormat);
        case Unit::Year:
            break;
        }
        return QString::number(time.date().year());
    }

private:
    /// Times of day that are multiples of the step on the local clock.
    [[nodiscard]] QList<qint64> clockTimes(const TimeRange &range,
                                           const LocalCalendar &calendar) const
    {
        QList<qint64> times;
        // Offsets change on whole minutes: within one the local clock runs with UTC.
        for (const qint64 edge : edges(range, calendar)) {
            if (edge < range.startUtcMs || edge > range.endUtcMs)
                continue;
            const qint64 second = qint64(calendar.minuteOfDay(edge)) * 60 + edge / 1000 % 60;
            if (second % count == 0)
                times.append(edge);
        }
        return times;
    }

    [[nodiscard]] QList<qint64> edges(const TimeRange &range, const LocalCalendar &calendar) const
    {
        if (count % 3600 == 0)
            return calendar.edges(range, CalendarUnit::Hour);
        if (count % 60 == 0)
            return calendar.edges(range, CalendarUnit::Minute);
        QList<qint64> edges;
        const qint64 step = qint64(count) * 1000;
        for (qint64 edge = (range.startUtcMs + step - 1) / step * step; edge <= range.endUtcMs;
             edge += step)
            edges.append(edge);
        return edges;
    }

    [[nodiscard]] QList<qint64> dates(const TimeRange &range, const LocalCalendar &calendar) const
    {
        QList<qint64> times;
        QDate date = calendar.date(range.startUtcMs);
        const bool fromStart = calendar.dayStartUtcMs(date) == range.startUtcMs;
        if (unit == Unit::Week && !fromStart)
            date = calendar.date(calendar.week(date).startUtcMs);
        else if (unit == Unit::Month)
            date = QDate(date.year(), (date.month() - 1) / count * count + 1, 1);
        else if (unit == Unit::Year)
            date = QDate(date.year() / count * count, 1, 1);
        for (;; date = next(date)) {
            const qint64 time = calendar.dayStartUtcMs(date);
            if (time > range.endUtcMs)
                return times;
            if (time >= range.startUtcMs)
                times.append(time);
        }
    }

    [[nodiscard]] QDate next(QDate date) const
    {
        switch (unit) {
        case Unit::Month:
            return date.addMonths(count);
        case Unit::Year:
            return date.addYears(count);
        case Unit::Week:
            return date.addDays(count * 7);
        default:
            return date.addDays(count);
        }
    }

    /// "3 AM" where the locale counts to twelve, otherwise "15:00".
    [[nodiscard]] static QString hour(QTime time)
    {
        const QLocale locale;
        QString format = locale.timeFormat(QLocale::ShortFormat);
        if (format.contains(u'a', Qt::CaseInsensitive))
            format.remove(QRegularExpression(QStringLiteral("[:.]mm")));
        return locale.toString(time, format);
    }
};

constexpr std::array kSteps{
    Step{Unit::Second, 1},        Step{Unit::Second, 5},        Step{Unit::Second, 15},
    Step{Unit::Second, 30},       Step{Unit::Second, 60},       Step{Unit::Second, 2 * 60},
    Step{Unit::Second, 5 * 60},   Step{Unit::Second, 10 * 60},  Step{Unit::Second, 15 * 60},
    Step{Unit::Second, 30 * 60},  Step{Unit::Second, 3600},     Step{Unit::Second, 2 * 3600},
    Step{Unit::Second, 3 * 3600}, Step{Unit::Second, 6 * 3600}, Step{Unit::Second, 12 * 3600},
    Step{Unit::Day, 1},           Step{Unit::Day, 2},           Step{Unit::Week, 1},
    Step{Unit::Week, 2},          Step{Unit::Month, 1},         Step{Unit::Month, 2},
    Step{Unit::Month, 3},         Step{Unit::Month, 6},         Step{Unit::Year, 1},
    Step{Unit::Year, 2},          Step{Unit::Year, 5},          Step{Unit::Year, 10},
};

} // namespace

QList<TimeTick> TimeTicks::live(int spanSeconds, int most)
{
    // With 5 labels or more, "now" included, where so many are wanted.
    const int fewest = std::clamp(most, 2, 5);
    constexpr std::array steps{6 * 3600, 3 * 3600, 3600, 1800, 1200, 600, 300,
                               120,      60,       30,   15,   5,    1};
    const int span = std::max(spanSeconds, fewest - 1);
    int step = span; // at both ends
    for (const int candidate : steps) {
        const int labels = span / candidate + 1;
        if (labels > most)
            break;
        step = candidate;
        if (labels >= fewest)
            break;
    }
    const int unit = step % 3600 == 0 ? 3600 : step % 60 == 0 ? 60 : 1;
    const QString withUnit = unit == 3600 ? tr("%1 h") : unit == 60 ? tr("%1 min") : tr("%1 s");
    QList<TimeTick> ticks;
    for (int ago = span - span % step; ago > 0; ago -= step) {
        const QString label = number(ago / unit);
        ticks.append(
            {1 - static_cast<double>(ago) / span, ticks.isEmpty() ? withUnit.arg(label) : label});
    }
    ticks.append({1, tr("now")});
    return ticks;
}

QString TimeTicks::clock(QTime time)
{
    const QLocale locale;
    QString format = locale.timeFormat(QLocale::ShortFormat);
    if (!format.contains(u's'))
        format.replace(QStringLiteral("mm"), QStringLiteral("mm:ss"));
    return locale.toString(time, format);
}

QList<TimeTick> TimeTicks::of(const TimeRange &range, int most, const LocalCalendar &calendar)
{
    if (range.isEmpty())
        return {};
    const auto limit = static_cast<qsizetype>(std::max(most, 2));
    for (const Step &step : kSteps) {
        if (range.lengthMs() > step.lengthMs() * limit)
            continue; // far too fine: not even worth counting
        const QList<qint64> times = step.times(range, calendar);
        if (times.size() > limit || times.isEmpty())
            continue;
        QList<TimeTick> ticks;
        for (const qint64 time : times) {
            const double position = static_cast<double>(time - range.startUtcMs) /
                                    static_cast<double>(range.lengthMs());
            ticks.append({position, step.label(time, calendar)});
        }
        return ticks;
    }
    return {};
}

} // namespace outlet
