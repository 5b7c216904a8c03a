// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <functional>

#include "app/energy_source.h"

namespace outlet {

/// A history that is made up as it is asked for: every outlet has used power in its own daily way
/// since 400 days ago, and was offline for 46 minutes each Tuesday afternoon. Answers at once,
/// later or never, as the test wishes. There are no prices until they are set.
class SampleEnergy : public EnergySource
{
    Q_OBJECT
public:
    /// \a clock must outlive it.
    explicit SampleEnergy(Clock &clock, QObject *parent = nullptr);

    /// What its outlets draw at an instant; empty while offline, or before there was any.
    [[nodiscard]] std::optional<double> watts(const QString &outletId, qint64 utcMs) const;

    [[nodiscard]] const LocalCalendar &calendar() const override { return m_calendar; }
    [[nodiscard]] const Tariff &tariff() const override { return m_tariff; }
    QString setTariff(const Tariff &tariff) override;
    [[nodiscard]] QString currency() const override;
    [[nodiscard]] Answer<EnergyReply> energy(const QStringList &outletIds,
                                             const QList<qint64> &edgesUtcMs) override;
    [[nodiscard]] Answer<CurveAnswer> curve(const CurveQuery &query) override;
    [[nodiscard]] Answer<QList<HistoryExtent>> extents(const QStringList &outletIds) override;
    [[nodiscard]] EnergyFigure today(const QString &outletId = {}) const override;
    [[nodiscard]] EnergyFigure thisMonth(const QString &outletId = {}) const override;
    [[nodiscard]] std::optional<EnergyFigure> projectedMonth() const override;

    /// While held, questions wait; release() answers them in order.
    void hold() { m_isHeld = true; }
    void release();
    /// How many wait.
    [[nodiscard]] qsizetype waiting() const { return m_waiting.size(); }
    /// Every question is answered with this problem; kind None ends that.
    void setProblem(const HistoryProblem &problem) { m_problem = problem; }
    /// From when on there are data; by default 400 days before now.
    void setFirstUtcMs(qint64 utcMs) { m_firstUtcMs = utcMs; }
    /// All outlets were offline in this time, too.
    void setAway(const TimeRange &range) { m_away = range; }
    void setCalendar(const LocalCalendar &calendar) { m_calendar = calendar; }
    /// The curves that were asked for, in order.
    QList<CurveQuery> asked;

private:
    template <typename T>
    Answer<T> answerWith(std::function<T()> make);
    [[nodiscard]] CurveAnswer makeCurve(const CurveQuery &query) const;
    [[nodiscard]] std::optional<Money> cost(qint64 joules) const;
    [[nodiscard]] EnergyFigure since(qint64 utcMs, const QString &outletId) const;
    [[nodiscard]] EnergyBucket bucket(const QString &outletId, TimeRange range) const;

    Clock &m_clock;
    LocalCalendar m_calendar;
    Tariff m_tariff;
    qint64 m_firstUtcMs;
    TimeRange m_away;
    bool m_isHeld = false;
    HistoryProblem m_problem;
    QList<std::function<void()>> m_waiting;
};

} // namespace outlet
