// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/energy/energy_loader.h"

#include <QtCore/QPointer>
#include <algorithm>

namespace outlet {

using std::chrono::milliseconds;

EnergyLoader::EnergyLoader(EnergySource &source, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_timer(clock, [this] { ask(); })
    , m_clock(clock)
{
    connect(&source, &EnergySource::recorded, this, &EnergyLoader::recorded);
    const auto anew = [this] {
        m_projectedOn = {};
        if (!m_ids.isEmpty())
            ask();
    };
    connect(&source, &EnergySource::rewritten, this, anew);
    connect(&source, &EnergySource::tariffChanged, this, anew);
}

EnergyLoader::~EnergyLoader() = default;

void EnergyLoader::setActive(bool active)
{
    m_isActive = active;
    if (!active)
        m_timer.stop();
    else if (m_isStale)
        ask();
}

void EnergyLoader::load(const QStringList &outletIds, const EnergyPeriod &period)
{
    m_ids = outletIds;
    m_period = period;
    reload();
}

void EnergyLoader::reload()
{
    setLoading(true);
    ask();
}

void EnergyLoader::setLoading(bool loading)
{
    if (loading == m_isLoading)
        return;
    m_isLoading = loading;
    Q_EMIT loadingChanged();
}

void EnergyLoader::ask()
{
    m_timer.stop();
    m_isStale = false;
    m_askedAt = m_clock.monotonic();
    const int round = ++m_round;
    m_awaited = 3;
    // The source outlives the answer; a loader need not (its page may be left), and Qt 6.4 can't
    // bear that a future's context goes before the answer comes.
    const QPointer<EnergyLoader> self(this);
    const auto keepEnergy = [this, self, round](EnergyReply &place) {
        return [this, self, round, &place](const Result<EnergyReply, HistoryProblem> &reply) {
            if (!self || round != m_round)
                return;
            if (!reply)
                fail(round, reply.error().sentence());
            else
                take([&] { place = *reply; });
        };
    };
    m_source.extents(m_ids).then(
        &m_source,
        [this, self, round](const Result<QList<HistoryExtent>, HistoryProblem> &extents) {
            if (!self || round != m_round)
                return;
            if (!extents) {
                fail(round, extents.error().sentence());
                return;
            }
            take([&] {
                m_firsts.clear();
                for (const HistoryExtent &extent : *extents) {
                    if (extent.firstUtcMs)
                        m_firsts.insert(extent.outletId, *extent.firstUtcMs);
                }
            });
        });
    m_source.energy(m_ids, m_period.previous().edges()).then(&m_source, keepEnergy(m_nextBefore));
    m_source.energy(m_ids, m_period.edges()).then(&m_source, keepEnergy(m_nextNow));
    if (m_period.range().endUtcMs > m_clock.utcMs())
        askProjection();
}

void EnergyLoader::take(const std::function<void()> &store)
{
    store();
    if (--m_awaited > 0)
        return;
    m_now = m_nextNow;
    m_before = m_nextBefore;
    m_loadedIds = m_ids;
    m_loadedPeriod = m_period;
    setLoading(false);
    Q_EMIT loaded();
}

void EnergyLoader::fail(int round, const QString &text)
{
    if (round != m_round)
        return;
    ++m_round; // the other answers don't count any more
    setLoading(false);
    Q_EMIT failed(text);
}

void EnergyLoader::askProjection()
{
    const QDate today = m_source.calendar().date(m_clock.utcMs());
    if (m_projectedOn == today && m_projectedIds == m_ids)
        return; // past days have not changed
    m_projectedOn = today;
    m_projectedIds = m_ids;
    const QList<qint64> edges = MonthProjection::edges(m_clock.utcMs(), m_source.calendar());
    m_source.energy(m_ids, edges)
        .then(&m_source, [this, self = QPointer(this), today,
                          ids = m_ids](const Result<EnergyReply, HistoryProblem> &reply) {
            if (!self || m_projectedOn != today || m_projectedIds != ids)
                return;
            if (!reply) { // bars to come are left out; the next question tries again
                m_projectedOn = {};
                return;
            }
            m_projection = MonthProjection();
            m_projection.add(reply->total.rows);
            m_projection.finish(m_source.calendar());
            if (m_awaited == 0)
                Q_EMIT loaded();
        });
}

std::optional<qint64> EnergyLoader::firstUtcMs(const QString &outletId) const
{
    const auto found = m_firsts.constFind(outletId);
    return found == m_firsts.cend() ? std::nullopt : std::optional(*found);
}

std::optional<qint64> EnergyLoader::earliestUtcMs() const
{
    const auto found = std::min_element(m_firsts.cbegin(), m_firsts.cend());
    return found == m_firsts.cend() ? std::nullopt : std::optional(*found);
}

std::optional<EnergyFigure> EnergyLoader::expected(TimeRange range) const
{
    if (m_projectedIds != m_loadedIds || !m_projectedOn.isValid())
        return std::nullopt;
    return m_projection.expected(range, m_source.tariff(), m_source.calendar());
}

void EnergyLoader::recorded(const QSet<QString> &outletIds, TimeRange range)
{
    const TimeRange shown = m_period.range();
    const bool isOurs = std::any_of(m_ids.begin(), m_ids.end(),
                                    [&](const QString &id) { return outletIds.contains(id); });
    if (!isOurs || range.endUtcMs < shown.startUtcMs || range.startUtcMs >= shown.endUtcMs)
        return;
    m_isStale = true;
    if (!m_isActive || m_timer.isActive() || m_isLoading)
        return;
    const milliseconds passed = m_askedAt ? m_clock.monotonic() - *m_askedAt : kLeastPause;
    m_timer.start(std::max(milliseconds(0), kLeastPause - passed));
}

} // namespace outlet
