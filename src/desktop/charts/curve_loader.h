// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QFuture>
#include <QtCore/QObject>
#include <optional>

#include "app/energy_source.h"
#include "base/clock.h"

namespace outlet {

/// Keeps the curve of one outlet for the time that is wanted: asks, and asks again when there is
/// more. What is there stays until the new answer has come; the answer to a question that somebody
/// has turned away from is ignored. Main thread.
class CurveLoader : public QObject
{
    Q_OBJECT
public:
    /// \a energy and \a clock must outlive this.
    CurveLoader(QString outletId, EnergySource &energy, Clock &clock, QObject *parent = nullptr);
    ~CurveLoader() override;

    [[nodiscard]] const QString &outletId() const { return m_outletId; }
    /// Sees to it that \a window can be drawn in buckets of \a bucketMs (0 = every reading) on
    /// \a columns pixel columns. Asks for \a asked, which contains it, unless what is there or on
    /// its way will do.
    void want(const TimeRange &window, const TimeRange &asked, qint64 bucketMs, int columns);
    /// Asks again after a problem.
    void retry();

    /// The newest answer, also while another one is awaited; nothing before the first.
    [[nodiscard]] const std::optional<CurveAnswer> &answer() const { return m_answer; }
    /// The answer is not the one that is wanted, and that one is on its way.
    [[nodiscard]] bool isLoading() const { return m_isAsking && !m_isRefreshing; }
    /// Why there is no answer; kind None when there is, or may yet be.
    [[nodiscard]] const HistoryProblem &problem() const { return m_problem; }

Q_SIGNALS:
    /// An answer or a problem came, or loading began.
    void changed();

private:
    struct Question
    {
        TimeRange range;
        qint64 bucketMs = 0;
        int columns = 0;

        [[nodiscard]] bool suits(const TimeRange &window, qint64 wantedBucketMs) const;
    };

    void turnAway();
    void ask();
    void take(const Result<CurveAnswer, HistoryProblem> &answer);
    void recorded(const QSet<QString> &outletIds, const TimeRange &range);
    void askSoon();

    const QString m_outletId;
    EnergySource &m_energy;
    Clock &m_clock;
    ClockTimer m_timer;
    Question m_question;                ///< the last that was asked or is to be
    std::optional<Question> m_answered; ///< what m_answer is to
    std::optional<CurveAnswer> m_answer;
    HistoryProblem m_problem;
    QFuture<Result<CurveAnswer, HistoryProblem>> m_future;
    quint64 m_number = 0; ///< of the question; answers to others are ignored
    bool m_isAsking = false;
    bool m_isRefreshing = false; ///< the question is the same as the one answered
    bool m_isStale = false;      ///< more was recorded while the question was out
};

} // namespace outlet
