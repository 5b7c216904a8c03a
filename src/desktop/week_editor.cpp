// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/week_editor.h"

#include <algorithm>

#include "desktop/period_model.h"
#include "desktop/plan_words.h"

namespace outlet {

namespace {

constexpr qsizetype kMostUndo = 100;

bool isDayOfYear(int month, int day)
{
    return QDate::isValid(2024, month, day); // a leap year: February 29 is a day of the year
}

} // namespace

WeekEditor::WeekEditor(PeriodModel &periods, QObject *parent)
    : QObject(parent)
    , m_periods(periods)
{
}

void WeekEditor::load(const WeekGrid &grid, const QList<Season> &seasons)
{
    m_undo.clear();
    m_season = -1;
    m_period = 0;
    m_day = m_half = m_otherDay = m_otherHalf = 0;
    setWeeks({grid, seasons});
    Q_EMIT seasonChanged();
    Q_EMIT periodChanged();
    Q_EMIT markChanged();
}

void WeekEditor::setWeeks(const Weeks &weeks)
{
    m_weeks = weeks;
    if (m_season >= m_weeks.seasons.size()) {
        m_season = -1;
        Q_EMIT seasonChanged();
    }
    Q_EMIT seasonsChanged();
    refresh();
}

void WeekEditor::refresh()
{
    Q_EMIT weekChanged();
    Q_EMIT markChanged();
    Q_EMIT periodChanged(); // its name
}

void WeekEditor::removePeriod(int period)
{
    Weeks weeks = m_weeks;
    weeks.grid = withoutPeriod(weeks.grid, period);
    for (Season &season : weeks.seasons)
        season.grid = withoutPeriod(season.grid, period);
    m_undo.clear(); // what was before speaks of periods that are not there any more
    setWeeks(weeks);
    setPeriod(std::min(m_period, std::max(0, m_periods.count() - 1)));
}

bool WeekEditor::isValid() const
{
    return std::all_of(m_weeks.seasons.cbegin(), m_weeks.seasons.cend(), [](const Season &season) {
        return isDayOfYear(season.firstMonth, season.firstDay) &&
               isDayOfYear(season.lastMonth, season.lastDay);
    });
}

const WeekGrid &WeekEditor::shown() const
{
    return m_season < 0 ? m_weeks.grid : m_weeks.seasons.at(m_season).grid;
}

QVariantList WeekEditor::days() const
{
    QVariantList days;
    for (int day = 0; day < 7; ++day) {
        QVariantList blocks;
        for (const WeekBlock &block : blocksOf(shown(), day))
            blocks += QVariantMap{{QStringLiteral("first"), block.firstHalf},
                                  {QStringLiteral("halves"), block.halves},
                                  {QStringLiteral("period"), block.period},
                                  {QStringLiteral("name"), m_periods.name(block.period)}};
        days += QVariant(blocks);
    }
    return days;
}

QStringList WeekEditor::hours() const
{
    QStringList labels;
    for (int hour = 0; hour <= 24; hour += 3)
        labels.append(PlanWords::hour(hour));
    return labels;
}

QStringList WeekEditor::dayNames() const
{
    QStringList names;
    for (int day = 1; day <= 7; ++day)
        names.append(QLocale().standaloneDayName(day, QLocale::ShortFormat));
    return names;
}

QStringList WeekEditor::monthNames() const
{
    QStringList names;
    for (int month = 1; month <= 12; ++month)
        names.append(QLocale().standaloneMonthName(month, QLocale::ShortFormat));
    return names;
}

WeekPart WeekEditor::marked() const
{
    return WeekPart::between(m_day, m_half, m_otherDay, m_otherHalf);
}

QRect WeekEditor::mark() const
{
    const WeekPart part = marked();
    return {part.firstHalf, part.firstDay, part.lastHalf - part.firstHalf + 1,
            part.lastDay - part.firstDay + 1};
}

QString WeekEditor::markText() const
{
    const WeekPart part = marked();
    const QLocale locale;
    QString days = locale.standaloneDayName(part.firstDay + 1);
    if (part.lastDay != part.firstDay)
        days = tr("%1 to %2", "days").arg(days, locale.standaloneDayName(part.lastDay + 1));
    const int period = shown()[std::size_t(m_otherDay)][std::size_t(m_otherHalf)];
    return tr("%1, %2 to %3, %4", "days, from, to, period")
        .arg(days, PlanWords::halfHour(part.firstHalf), PlanWords::halfHour(part.lastHalf + 1),
             m_periods.name(period));
}

void WeekEditor::setPeriod(int period)
{
    if (period < 0 || period >= m_periods.count() || period == m_period)
        return;
    m_period = period;
    Q_EMIT periodChanged();
}

QString WeekEditor::periodName() const
{
    return m_periods.name(m_period);
}

void WeekEditor::setMark(int day, int half, int otherDay, int otherHalf)
{
    m_day = std::clamp(day, 0, 6);
    m_half = std::clamp(half, 0, 47);
    m_otherDay = std::clamp(otherDay, 0, 6);
    m_otherHalf = std::clamp(otherHalf, 0, 47);
    Q_EMIT markChanged();
}

void WeekEditor::moveMark(int days, int halves, bool extend)
{
    const int day = m_otherDay + days;
    const int half = m_otherHalf + halves;
    if (extend)
        setMark(m_day, m_half, day, half);
    else
        setMark(day, half, day, half);
}

void WeekEditor::fill()
{
    change(filled(shown(), marked(), m_period));
}

void WeekEditor::copyDay(int day, const QString &to)
{
    if (day < 0 || day > 6)
        return;
    QList<int> days;
    for (int other = 0; other < 7; ++other) {
        const bool isWeekend = other >= 5;
        if (to == u"week" || (to == u"weekdays" && !isWeekend) || (to == u"weekend" && isWeekend))
            days.append(other);
    }
    change(withDayCopied(shown(), day, days));
}

void WeekEditor::change(const WeekGrid &grid)
{
    if (grid == shown())
        return;
    m_undo.append(m_weeks);
    if (m_undo.size() > kMostUndo)
        m_undo.removeFirst();
    if (m_season < 0)
        m_weeks.grid = grid;
    else
        m_weeks.seasons[m_season].grid = grid;
    refresh();
    Q_EMIT edited();
}

void WeekEditor::undo()
{
    if (m_undo.isEmpty())
        return;
    setWeeks(m_undo.takeLast());
    Q_EMIT edited();
}

QStringList WeekEditor::titles() const
{
    QStringList titles{tr("Rest of the year")};
    for (const Season &season : m_weeks.seasons) {
        const QString name = season.name.trimmed();
        titles.append(name.isEmpty() ? tr("Season") : name);
    }
    return titles;
}

void WeekEditor::setSeason(int season)
{
    const int wanted = season >= 0 && season < m_weeks.seasons.size() ? season : -1;
    if (wanted == m_season)
        return;
    m_season = wanted;
    Q_EMIT seasonChanged();
    Q_EMIT seasonsChanged();
    refresh();
}

Season WeekEditor::shownSeason() const
{
    return m_season < 0 ? Season() : m_weeks.seasons.at(m_season);
}

QString WeekEditor::seasonName() const
{
    return m_season < 0 ? QString() : m_weeks.seasons.at(m_season).name;
}

void WeekEditor::setSeasonName(const QString &name)
{
    Season season = shownSeason();
    season.name = name;
    changeSeason(season);
}

QString WeekEditor::seasonError() const
{
    const Season season = shownSeason();
    const bool isFirstWrong = !isDayOfYear(season.firstMonth, season.firstDay);
    if (!isFirstWrong && isDayOfYear(season.lastMonth, season.lastDay))
        return {};
    const int month = isFirstWrong ? season.firstMonth : season.lastMonth;
    return tr("No year has a %1 %2.", "month, day")
        .arg(QLocale().standaloneMonthName(month))
        .arg(isFirstWrong ? season.firstDay : season.lastDay);
}

void WeekEditor::setFirst(int month, int day)
{
    Season season = shownSeason();
    season.firstMonth = std::clamp(month, 1, 12);
    season.firstDay = std::clamp(day, 1, 31);
    changeSeason(season);
}

void WeekEditor::setLast(int month, int day)
{
    Season season = shownSeason();
    season.lastMonth = std::clamp(month, 1, 12);
    season.lastDay = std::clamp(day, 1, 31);
    changeSeason(season);
}

void WeekEditor::changeSeason(const Season &season)
{
    if (m_season < 0 || season == m_weeks.seasons.at(m_season))
        return;
    m_weeks.seasons[m_season] = season;
    Q_EMIT seasonsChanged();
    Q_EMIT edited();
}

void WeekEditor::addSeason()
{
    if (!canAddSeason())
        return;
    m_undo.append(m_weeks);
    // It begins as the week that is shown, with the half year that most plans tell apart.
    m_weeks.seasons.append({tr("Summer"), 4, 1, 9, 30, shown()});
    m_season = int(m_weeks.seasons.size()) - 1;
    Q_EMIT seasonChanged();
    Q_EMIT seasonsChanged();
    refresh();
    Q_EMIT edited();
}

void WeekEditor::removeSeason()
{
    if (m_season < 0)
        return;
    m_undo.append(m_weeks);
    Weeks weeks = m_weeks;
    weeks.seasons.removeAt(m_season);
    m_season = -1;
    Q_EMIT seasonChanged();
    setWeeks(weeks);
    Q_EMIT edited();
}

} // namespace outlet
