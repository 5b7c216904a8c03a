// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/date_picker.h"

#include <algorithm>

#include "desktop/format.h"

namespace outlet {

namespace {

QString isoText(QDate date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

QDate fromIso(const QString &iso)
{
    return QDate::fromString(iso, Qt::ISODate);
}

} // namespace

DatePicker::DatePicker(QObject *parent)
    : QObject(parent)
    , m_today(QDate::currentDate())
    , m_cursor(m_today)
{
    makeDays();
}

QString DatePicker::value() const
{
    return isoText(m_value);
}

void DatePicker::setValue(const QString &iso)
{
    const QDate date = fromIso(iso);
    if (date == m_value || (date.isValid() && !canChoose(date)) ||
        (!date.isValid() && !iso.isEmpty()))
        return;
    m_value = date;
    makeDays();
    Q_EMIT valueChanged();
    Q_EMIT monthChanged();
}

QString DatePicker::text() const
{
    return m_value.isValid() ? Format::date(m_value) : QString();
}

QString DatePicker::earliest() const
{
    return isoText(m_earliest);
}

void DatePicker::setEarliest(const QString &iso)
{
    const QDate date = fromIso(iso);
    if (date == m_earliest)
        return;
    m_earliest = date;
    makeDays();
    Q_EMIT boundsChanged();
    Q_EMIT monthChanged();
}

QString DatePicker::latest() const
{
    return isoText(m_latest);
}

void DatePicker::setLatest(const QString &iso)
{
    const QDate date = fromIso(iso);
    if (date == m_latest)
        return;
    m_latest = date;
    makeDays();
    Q_EMIT boundsChanged();
    Q_EMIT monthChanged();
}

QString DatePicker::today() const
{
    return isoText(m_today);
}

void DatePicker::setToday(const QString &iso)
{
    const QDate date = fromIso(iso);
    if (!date.isValid() || date == m_today)
        return;
    m_today = date;
    makeDays();
    Q_EMIT todayChanged();
    Q_EMIT monthChanged();
}

QString DatePicker::monthTitle() const
{
    return tr("%1 %2", "month and year")
        .arg(QLocale().standaloneMonthName(m_cursor.month()))
        .arg(m_cursor.year());
}

QVariantList DatePicker::weekdays() const
{
    const QLocale locale;
    QVariantList list;
    for (int i = 0; i < 7; ++i) {
        const int day = (int(locale.firstDayOfWeek()) - 1 + i) % 7 + 1;
        list += QVariantMap{
            {QStringLiteral("label"), locale.standaloneDayName(day, QLocale::ShortFormat).left(2)},
            {QStringLiteral("name"), locale.standaloneDayName(day)}};
    }
    return list;
}

int DatePicker::cursor() const
{
    return int(m_first.daysTo(m_cursor));
}

void DatePicker::showChosen()
{
    moveTo(m_value.isValid() ? m_value : m_today);
}

void DatePicker::stepDays(int by)
{
    moveTo(m_cursor.addDays(by));
}

void DatePicker::stepMonths(int by)
{
    moveTo(m_cursor.addMonths(by));
}

void DatePicker::stepToWeekEnd(bool last)
{
    const int before = (m_cursor.dayOfWeek() - int(QLocale().firstDayOfWeek()) + 7) % 7;
    moveTo(m_cursor.addDays(last ? 6 - before : -before));
}

QString DatePicker::isoAt(int index) const
{
    return isoText(m_first.addDays(index));
}

QString DatePicker::take(const QString &typed)
{
    const QLocale locale;
    const QDate date = fromText(typed, locale);
    if (!date.isValid())
        return tr("Enter a date such as %1.").arg(Format::date(m_today));
    if (m_earliest.isValid() && date < m_earliest)
        return tr("The first date that can be chosen is %1.").arg(Format::date(m_earliest));
    if (m_latest.isValid() && date > m_latest)
        return tr("The last date that can be chosen is %1.").arg(Format::date(m_latest));
    setValue(isoText(date));
    return {};
}

QDate DatePicker::fromText(const QString &text, const QLocale &locale)
{
    const QString plain = text.simplified();
    const QString shortFormat = locale.dateFormat(QLocale::ShortFormat);
    QString withCentury = shortFormat;
    if (!withCentury.contains(QLatin1StringView("yyyy")))
        withCentury.replace(QLatin1StringView("yy"), QLatin1StringView("yyyy"));
    const auto isSensible = [](QDate date) {
        return date.isValid() && date.year() >= 1900 && date.year() <= 9998;
    };
    if (const QDate date = fromIso(plain); isSensible(date))
        return date;
    for (const QString &format :
         {Format::datePattern(locale), withCentury, locale.dateFormat(QLocale::LongFormat)}) {
        if (const QDate date = locale.toDate(plain, format); isSensible(date))
            return date;
    }
    if (withCentury == shortFormat)
        return {};
    // Two digits give a year of the last century.
    const QDate date = locale.toDate(plain, shortFormat);
    return date.isValid() && date.year() < 1970 ? date.addYears(100) : date;
}

bool DatePicker::canChoose(QDate date) const
{
    return date.isValid() && !(m_earliest.isValid() && date < m_earliest) &&
           !(m_latest.isValid() && date > m_latest);
}

void DatePicker::moveTo(QDate date)
{
    QDate to = date;
    if (m_latest.isValid())
        to = std::min(to, m_latest);
    if (m_earliest.isValid())
        to = std::max(to, m_earliest);
    m_cursor = to;
    makeDays();
    Q_EMIT monthChanged();
}

void DatePicker::makeDays()
{
    const QLocale locale;
    const QDate month(m_cursor.year(), m_cursor.month(), 1);
    const int before = (month.dayOfWeek() - int(locale.firstDayOfWeek()) + 7) % 7;
    m_first = month.addDays(-before);
    m_days.clear();
    for (int i = 0; i < kDaysShown; ++i) {
        const QDate date = m_first.addDays(i);
        m_days += QVariantMap{
            {QStringLiteral("iso"), isoText(date)},
            {QStringLiteral("label"), locale.toString(date.day())},
            {QStringLiteral("name"), locale.toString(date, QLocale::LongFormat)},
            {QStringLiteral("inMonth"), date.month() == month.month()},
            {QStringLiteral("isToday"), date == m_today},
            {QStringLiteral("isChosen"), date == m_value},
            {QStringLiteral("canChoose"), canChoose(date)},
        };
    }
}

} // namespace outlet
