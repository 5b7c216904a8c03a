// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/curve_loader.h"

#include <QtCore/QPointer>
#include <algorithm>

#include "desktop/charts/time_window.h"

namespace outlet {

namespace {

/// How often a curve over \a lengthMs is asked for again while it grows: no more often than it can
/// be seen to.
std::chrono::milliseconds pauseFor(qint64 lengthMs)
{
    return std::chrono::milliseconds(std::clamp<qint64>(lengthMs / 2000, 1000, 60'000));
}

} // namespace

bool CurveLoader::Question::suits(const TimeRange &window, qint64 wantedBucketMs) const
{
    return columns > 0 && bucketMs == wantedBucketMs && range.startUtcMs <= window.startUtcMs &&
           range.endUtcMs >= window.endUtcMs;
}

CurveLoader::CurveLoader(QString outletId, EnergySource &energy, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_outletId(std::move(outletId))
    , m_energy(energy)
    , m_clock(clock)
    , m_timer(clock, [this] { ask(); })
{
    connect(&energy, &EnergySource::recorded, this, &CurveLoader::recorded);
    connect(&energy, &EnergySource::rewritten, this, [this] {
        if (m_question.columns > 0)
            ask();
    });
}

CurveLoader::~CurveLoader()
{
    turnAway();
}

void CurveLoader::want(const TimeRange &window, const TimeRange &asked, qint64 bucketMs,
                       int columns)
{
    if (m_question.suits(window, bucketMs) && (m_isAsking || m_answered))
        return;
    m_question = {asked, bucketMs, std::clamp(columns, 1, 10'000)};
    if (m_answered && m_answered->suits(window, bucketMs)) {
        // Back to what is there already; but it may have grown.
        m_question = *m_answered;
        turnAway();
        m_problem = {};
        askSoon();
        Q_EMIT changed();
        return;
    }
    m_problem = {};
    ask();
}

void CurveLoader::retry()
{
    if (m_problem.kind != HistoryProblem::Kind::None)
        ask();
}

/// Nobody waits for the answer any more.
void CurveLoader::turnAway()
{
    ++m_number;
    // Only one that has not finished: Qt 6.4 looks at a finished one's continuation, which is gone.
    if (m_isAsking)
        m_future.cancel();
    m_future = {};
    m_isAsking = false;
}

void CurveLoader::ask()
{
    m_timer.stop();
    const bool wasLoading = isLoading();
    turnAway();
    const quint64 number = m_number;
    m_isAsking = true;
    m_isStale = false;
    m_isRefreshing = m_answered && m_answered->suits(m_question.range, m_question.bucketMs) &&
                     m_problem.kind == HistoryProblem::Kind::None;
    const TimeRange range = m_question.range;
    auto future =
        m_energy.curve({m_outletId, range, m_question.columns, m_question.bucketMs,
                        TimeWindow::edges(range, m_question.bucketMs, m_energy.calendar())});
    m_future = future;
    // The source outlives the answer; a loader need not, and a future's context must.
    future.then(&m_energy, [loader = QPointer(this),
                            number](const Result<CurveAnswer, HistoryProblem> &answer) {
        if (loader && number == loader->m_number)
            loader->take(answer);
    });
    if (isLoading() != wasLoading)
        Q_EMIT changed();
}

void CurveLoader::take(const Result<CurveAnswer, HistoryProblem> &answer)
{
    m_isAsking = false;
    m_future = {};
    if (answer) {
        m_answer = *answer;
        m_answered = m_question;
        m_problem = {};
    } else {
        m_problem = answer.error();
    }
    if (m_isStale)
        askSoon();
    Q_EMIT changed();
}

void CurveLoader::recorded(const QSet<QString> &outletIds, const TimeRange &range)
{
    const bool touches = range.startUtcMs < m_question.range.endUtcMs &&
                         range.endUtcMs > m_question.range.startUtcMs;
    if (m_question.columns == 0 || !touches || !outletIds.contains(m_outletId))
        return;
    if (m_isAsking)
        m_isStale = true; // the answer that comes may be from before
    else
        askSoon();
}

void CurveLoader::askSoon()
{
    if (!m_timer.isActive())
        m_timer.start(pauseFor(m_question.range.lengthMs()));
}

} // namespace outlet
