// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QFuture>
#include <QtCore/QObject>
#include <optional>

#include "app/energy_source.h"
#include "base/clock.h"

namespace outlet {

/// Keeps the energy of one outlet between the borders that are wanted: asks, and asks again when
/// there is more, or other prices. What is there stays until the new answer has come; answers to
/// outdated questions are ignored. Main thread.
class OutletEnergyLoader : public QObject
{
    Q_OBJECT
public:
    /// \a energy and \a clock must outlive this.
    OutletEnergyLoader(QString outletId, EnergySource &energy, Clock &clock,
                       QObject *parent = nullptr);
    ~OutletEnergyLoader() override;

    /// See EnergyQuery for the borders; fewer than two = nothing is wanted.
    void want(const QList<qint64> &edgesUtcMs);
    /// Asks again after a problem.
    void retry();

    /// The answer to what is wanted; nullptr while it is awaited or failed.
    [[nodiscard]] const EnergySeries *series() const;
    [[nodiscard]] qint64 asOfUtcMs() const { return m_reply ? m_reply->asOfUtcMs : 0; }
    [[nodiscard]] bool isLoading() const { return m_isAsking && !series(); }
    /// Why there is no answer; kind None when there is, or may yet be.
    [[nodiscard]] const HistoryProblem &problem() const { return m_problem; }

Q_SIGNALS:
    /// An answer or a problem came, or loading began.
    void changed();

private:
    void turnAway();
    void ask();
    void askSoon();
    void take(const Result<EnergyReply, HistoryProblem> &reply);
    void recorded(const QSet<QString> &outletIds, const TimeRange &range);

    const QString m_outletId;
    EnergySource &m_energy;
    ClockTimer m_timer;
    QList<qint64> m_edges;
    std::optional<EnergyReply> m_reply;
    HistoryProblem m_problem;
    QFuture<Result<EnergyReply, HistoryProblem>> m_future;
    quint64 m_number = 0; ///< of the question; answers to others are ignored
    bool m_isAsking = false;
    bool m_isStale = false; ///< more was recorded while the question was out
};

} // namespace outlet
