// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/energy/energy_period.h"

#include <QtCore/QLocale>

#include "desktop/format.h"

namespace outlet {

namespace {

/// The first billing month of a year begins in its January.
TimeRange billingYear(const LocalCalendar &calendar, QDate date, int billingDay)
{
    int year = date.year();
    if (date < QDate(year, 1, billingDay))
        --year;
    return {calendar.dayStartUtcMs(QDate(year, 1, billingDay)),
            calendar.dayStartUtcMs(QDate(year + 1, 1, billingDay))};
}

} // namespace

EnergyPeriod::EnergyPeriod(Kind kind, qint64 utcMs, const LocalCalendar &calendar, int billingDay)
    : m_kind(kind)
    , m_calendar(calendar)
    , m_billingDay(billingDay)
{
    const QDate date = calendar.date(utcMs);
    switch (kind) {
    case Kind::Day:
        m_range = calendar.day(date);
        break;
    case Kind::Week:
        m_range = calendar.week(date);
        break;
    case Kind::Month:
        m_range = calendar.month(date, billingDay);
        break;
    case Kind::Year:
        m_range = billingYear(calendar, date, billingDay);
        break;
    }
}

CalendarUnit EnergyPeriod::unit() const
{
    return m_kind == Kind::Day    ? CalendarUnit::Hour
           : m_kind == Kind::Year ? CalendarUnit::Month
                                  : CalendarUnit::Day;
}

QList<qint64> EnergyPeriod::edges() const
{
    if (m_kind != Kind::Year)
        return m_calendar.edges(m_range, unit());
    QList<qint64> edges{m_range.startUtcMs};
    while (edges.constLast() < m_range.endUtcMs)
        edges.append(m_calendar.month(m_calendar.date(edges.constLast()), m_billingDay).endUtcMs);
    return edges;
}

EnergyPeriod EnergyPeriod::previous() const
{
    return as(m_kind, m_range.startUtcMs - 1);
}

EnergyPeriod EnergyPeriod::next() const
{
    return as(m_kind, m_range.endUtcMs);
}

EnergyPeriod EnergyPeriod::as(Kind kind, qint64 utcMs) const
{
    return {kind, utcMs, m_calendar, m_billingDay};
}

QString EnergyPeriod::title() const
{
    const QDate first = m_calendar.date(m_range.startUtcMs);
    const QDate last = m_calendar.date(m_range.endUtcMs - 1);
    const bool isPlainMonth = m_kind == Kind::Month && first.day() == 1;
    if (m_kind == Kind::Day)
        return tr("%1, %2", "weekday, date")
            .arg(QLocale().dayName(first.dayOfWeek(), QLocale::ShortFormat), Format::date(first));
    if (m_kind == Kind::Year)
        return QLocale().toString(first, QStringLiteral("yyyy"));
    if (isPlainMonth)
        return Format::month(first);
    return tr("%1 to %2", "dates")
        .arg(Format::date(first, first.year() != last.year()), Format::date(last));
}

QString EnergyPeriod::shortName() const
{
    const QDate first = m_calendar.date(m_range.startUtcMs);
    if (m_kind == Kind::Year)
        return title();
    return m_kind == Kind::Month && first.day() == 1 ? QLocale().standaloneMonthName(first.month())
                                                     : QString();
}

QString EnergyPeriod::nameOfPrevious(bool isCurrent) const
{
    const EnergyPeriod before = previous();
    const QDate first = m_calendar.date(before.m_range.startUtcMs);
    switch (m_kind) {
    case Kind::Day:
        return isCurrent ? tr("yesterday") : tr("the day before");
    case Kind::Week:
        return isCurrent ? tr("last week") : tr("the week before");
    case Kind::Year:
        return before.title();
    case Kind::Month:
        break;
    }
    return first.day() == 1 ? QLocale().standaloneMonthName(first.month())
           : isCurrent      ? tr("last month")
                            : tr("the month before");
}

} // namespace outlet
