// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QRect>
#include <QtCore/QVariantList>
#include <QtQml/qqmlregistration.h>

#include "tariff/week_grid.h"

namespace outlet {

class PeriodModel;

/// The weeks of a plan that is being edited: its own and one for each season, of which one is
/// shown. Half hours are marked with the mouse or the keyboard and given the chosen period. Main
/// thread.
class WeekEditor : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from PlanEditor")
    /// For each day, Monday first, its blocks: {first, halves, period, name}.
    Q_PROPERTY(QVariantList days READ days NOTIFY weekChanged FINAL)
    /// "12 AM", "3 AM", … for the axis, every third hour, both midnights included.
    Q_PROPERTY(QStringList hours READ hours CONSTANT FINAL)
    /// "Mon" and so on, Monday first.
    Q_PROPERTY(QStringList dayNames READ dayNames CONSTANT FINAL)
    Q_PROPERTY(QStringList monthNames READ monthNames CONSTANT FINAL)
    /// What is marked: x and width in half hours, y and height in days.
    Q_PROPERTY(QRect mark READ mark NOTIFY markChanged FINAL)
    /// The same in words, with the period: "Wednesday, 4:00 PM to 9:00 PM, Peak".
    Q_PROPERTY(QString markText READ markText NOTIFY markChanged FINAL)
    /// The period that is given to what is marked.
    Q_PROPERTY(int period READ period WRITE setPeriod NOTIFY periodChanged FINAL)
    Q_PROPERTY(QString periodName READ periodName NOTIFY periodChanged FINAL)
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY weekChanged FINAL)
    /// What the weeks are called: the plan's own, then each season's.
    Q_PROPERTY(QStringList titles READ titles NOTIFY seasonsChanged FINAL)
    /// Which season's week is shown; -1 = the plan's own.
    Q_PROPERTY(int season READ season WRITE setSeason NOTIFY seasonChanged FINAL)
    Q_PROPERTY(QString seasonName READ seasonName WRITE setSeasonName NOTIFY seasonsChanged FINAL)
    Q_PROPERTY(int firstMonth READ firstMonth NOTIFY seasonsChanged FINAL)
    Q_PROPERTY(int firstDay READ firstDay NOTIFY seasonsChanged FINAL)
    Q_PROPERTY(int lastMonth READ lastMonth NOTIFY seasonsChanged FINAL)
    Q_PROPERTY(int lastDay READ lastDay NOTIFY seasonsChanged FINAL)
    /// What is wrong with the days of the season that is shown.
    Q_PROPERTY(QString seasonError READ seasonError NOTIFY seasonsChanged FINAL)
    Q_PROPERTY(bool canAddSeason READ canAddSeason NOTIFY seasonsChanged FINAL)
public:
    static constexpr int kMostSeasons = 12;

    /// \a periods must outlive it.
    explicit WeekEditor(PeriodModel &periods, QObject *parent = nullptr);

    void load(const WeekGrid &grid, const QList<Season> &seasons);
    [[nodiscard]] const WeekGrid &grid() const { return m_weeks.grid; }
    [[nodiscard]] const QList<Season> &seasonList() const { return m_weeks.seasons; }
    /// A period was taken out of the plan; can't be undone.
    void removePeriod(int period);
    /// The names of periods changed.
    void refresh();
    /// Every season begins and ends on days that there are.
    [[nodiscard]] bool isValid() const;

    [[nodiscard]] QVariantList days() const;
    [[nodiscard]] QStringList hours() const;
    [[nodiscard]] QStringList dayNames() const;
    [[nodiscard]] QStringList monthNames() const;
    [[nodiscard]] QRect mark() const;
    [[nodiscard]] QString markText() const;
    [[nodiscard]] int period() const { return m_period; }
    void setPeriod(int period);
    [[nodiscard]] QString periodName() const;
    [[nodiscard]] bool canUndo() const { return !m_undo.isEmpty(); }
    [[nodiscard]] QStringList titles() const;
    [[nodiscard]] int season() const { return m_season; }
    void setSeason(int season);
    [[nodiscard]] QString seasonName() const;
    void setSeasonName(const QString &name);
    [[nodiscard]] int firstMonth() const { return shownSeason().firstMonth; }
    [[nodiscard]] int firstDay() const { return shownSeason().firstDay; }
    [[nodiscard]] int lastMonth() const { return shownSeason().lastMonth; }
    [[nodiscard]] int lastDay() const { return shownSeason().lastDay; }
    [[nodiscard]] QString seasonError() const;
    [[nodiscard]] bool canAddSeason() const { return m_weeks.seasons.size() < kMostSeasons; }

    /// Marks from one corner to another.
    Q_INVOKABLE void setMark(int day, int half, int otherDay, int otherHalf);
    /// Moves the mark, which becomes one half hour; with \a extend its far corner alone.
    Q_INVOKABLE void moveMark(int days, int halves, bool extend);
    /// Gives what is marked the chosen period.
    Q_INVOKABLE void fill();
    /// Copies a day to "weekdays", "weekend" or "week".
    Q_INVOKABLE void copyDay(int day, const QString &to);
    Q_INVOKABLE void undo();
    Q_INVOKABLE void addSeason();
    Q_INVOKABLE void removeSeason();
    Q_INVOKABLE void setFirst(int month, int day);
    Q_INVOKABLE void setLast(int month, int day);

Q_SIGNALS:
    void weekChanged();
    void markChanged();
    void periodChanged();
    void seasonsChanged();
    void seasonChanged();
    /// The user changed something.
    void edited();

private:
    struct Weeks
    {
        WeekGrid grid{};
        QList<Season> seasons;
        friend bool operator==(const Weeks &, const Weeks &) = default;
    };
    [[nodiscard]] const WeekGrid &shown() const;
    [[nodiscard]] Season shownSeason() const;
    [[nodiscard]] WeekPart marked() const;
    void change(const WeekGrid &grid);
    void changeSeason(const Season &season);
    void setWeeks(const Weeks &weeks);

    PeriodModel &m_periods;
    Weeks m_weeks;
    QList<Weeks> m_undo;
    int m_season = -1;
    int m_period = 0;
    int m_day = 0, m_half = 0;           ///< the mark's near corner
    int m_otherDay = 0, m_otherHalf = 0; ///< its far corner, which the keyboard moves
};

} // namespace outlet
