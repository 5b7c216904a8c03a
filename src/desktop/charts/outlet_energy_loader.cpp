// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/outlet_energy_loader.h"

#include <QtCore/QPointer>
#include <algorithm>

namespace outlet {

namespace {

/// Figures of a long time change slowly, and asking for them takes longer.
std::chrono::milliseconds pauseFor(qint64 lengthMs)
{
    return std::chrono::milliseconds(std::clamp<qint64>(lengthMs / 10'000, 2000, 60'000));
}

} // namespace

OutletEnergyLoader::OutletEnergyLoader(QString outletId, EnergySource &energy, Clock &clock,
                                       QObject *parent)
    : QObject(parent)
    , m_outletId(std::move(outletId))
    , m_energy(energy)
    , m_timer(clock, [this] { ask(); })
{
    connect(&energy, &EnergySource::recorded, this, &OutletEnergyLoader::recorded);
    connect(&energy, &EnergySource::rewritten, this, &OutletEnergyLoader::ask);
    connect(&energy, &EnergySource::tariffChanged, this, &OutletEnergyLoader::ask);
}

OutletEnergyLoader::~OutletEnergyLoader()
{
    turnAway();
}

void OutletEnergyLoader::want(const QList<qint64> &edgesUtcMs)
{
    if (edgesUtcMs == m_edges)
        return;
    m_edges = edgesUtcMs;
    m_problem = {};
    ask();
}

void OutletEnergyLoader::retry()
{
    if (m_problem.kind != HistoryProblem::Kind::None)
        ask();
}

const EnergySeries *OutletEnergyLoader::series() const
{
    const bool suits = m_reply && m_reply->edgesUtcMs == m_edges && !m_reply->outlets.isEmpty();
    return suits ? &m_reply->outlets.constFirst() : nullptr;
}

/// Nobody waits for the answer any more.
void OutletEnergyLoader::turnAway()
{
    ++m_number;
    // Only one that has not finished: Qt 6.4 looks at a finished one's continuation, which is gone.
    if (m_isAsking)
        m_future.cancel();
    m_future = {};
    m_isAsking = false;
}

void OutletEnergyLoader::ask()
{
    m_timer.stop();
    turnAway();
    if (m_edges.size() < 2) {
        Q_EMIT changed();
        return;
    }
    m_isAsking = true;
    m_isStale = false;
    const quint64 number = m_number;
    auto future = m_energy.energy({m_outletId}, m_edges);
    m_future = future;
    // The source outlives the answer; a loader need not, and a future's context must.
    future.then(&m_energy, [loader = QPointer(this),
                            number](const Result<EnergyReply, HistoryProblem> &reply) {
        if (loader && number == loader->m_number)
            loader->take(reply);
    });
    if (isLoading())
        Q_EMIT changed();
}

void OutletEnergyLoader::take(const Result<EnergyReply, HistoryProblem> &reply)
{
    m_isAsking = false;
    m_future = {};
    if (reply) {
        m_reply = *reply;
        m_problem = {};
    } else {
        m_problem = reply.error();
    }
    if (m_isStale)
        askSoon();
    Q_EMIT changed();
}

void OutletEnergyLoader::recorded(const QSet<QString> &outletIds, const TimeRange &range)
{
    const bool touches = m_edges.size() > 1 && range.startUtcMs < m_edges.constLast() &&
                         range.endUtcMs > m_edges.constFirst();
    if (!touches || !outletIds.contains(m_outletId))
        return;
    if (m_isAsking)
        m_isStale = true; // the answer that comes may be from before
    else
        askSoon();
}

void OutletEnergyLoader::askSoon()
{
    if (!m_timer.isActive())
        m_timer.start(pauseFor(m_edges.constLast() - m_edges.constFirst()));
}

} // namespace outlet
