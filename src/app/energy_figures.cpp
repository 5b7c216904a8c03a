// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/energy_figures.h"

#include <algorithm>

namespace outlet {

using std::chrono::milliseconds;

namespace {

/// The share of the time that asking may take.
constexpr int kPausesPerAsking = 20;
/// Half hours of many outlets are many rows: so many outlets are asked for at once.
constexpr qsizetype kOutletsOfProjection = 20;
/// The system's clock may be set: how late a new day is noticed then.
constexpr milliseconds kLongestWait{60'000};

bool isKnown(const EnergyBucket &energy)
{
    return energy.isKnown() || energy.joules != 0;
}

} // namespace

EnergyFigures::EnergyFigures(AskEnergy askEnergy, AskExtents askExtents, Clock &clock,
                             QObject *parent)
    : QObject(parent)
    , m_askEnergy(std::move(askEnergy))
    , m_askExtents(std::move(askExtents))
    , m_clock(clock)
    , m_timer(clock, [this] { askNext(); })
    , m_dayTimer(clock, [this] { checkDay(); })
{
}

void EnergyFigures::setOutlets(const QStringList &outletIds, const QStringList &ofHome)
{
    const QSet<QString> wanted(outletIds.cbegin(), outletIds.cend());
    bool isChanged = ofHome != m_ofHome;
    m_ofHome = ofHome;
    for (auto it = m_outlets.begin(); it != m_outlets.end();) {
        if (wanted.contains(it.key())) {
            ++it;
            continue;
        }
        m_wantsAll.remove(it.key());
        m_wantsToday.remove(it.key());
        it = m_outlets.erase(it);
        isChanged = true;
    }
    for (const QString &id : outletIds) {
        if (m_outlets.contains(id))
            continue;
        m_outlets.insert(id, {});
        m_wantsAll.insert(id);
    }
    if (!isChanged && m_wantsAll.isEmpty())
        return;
    m_wantsProjection = m_wantsProjection || isChanged;
    soon(milliseconds(0));
    if (isChanged)
        Q_EMIT changed();
}

void EnergyFigures::start(const LocalCalendar &calendar, const Tariff &tariff)
{
    ++m_round;
    m_isAsking = false;
    m_isStarted = true;
    m_calendar = calendar;
    m_tariff = tariff;
    const QDate today = m_calendar.date(m_clock.utcMs());
    m_today = m_calendar.day(today);
    m_month = m_calendar.month(today, tariff.billingDay);
    for (auto it = m_outlets.cbegin(); it != m_outlets.cend(); ++it)
        m_wantsAll.insert(it.key());
    m_wantsProjection = true;
    waitForTheDay();
    m_timer.start(milliseconds(0));
}

void EnergyFigures::recorded(const QSet<QString> &outletIds, TimeRange range)
{
    // What arrived together after a stall may lie before today.
    QSet<QString> &wanted = range.startUtcMs < m_today.startUtcMs ? m_wantsAll : m_wantsToday;
    for (const QString &id : outletIds) {
        if (m_outlets.contains(id))
            wanted.insert(id);
    }
    soon(milliseconds(0));
}

void EnergyFigures::soon(milliseconds delay)
{
    if (m_isStarted && !m_isAsking && !m_timer.isActive())
        m_timer.start(delay);
}

void EnergyFigures::checkDay()
{
    if (!m_today.contains(m_clock.utcMs()))
        return start(m_calendar, m_tariff);
    // What is on or missing goes on by itself, without anything that is recorded.
    for (auto it = m_outlets.cbegin(); it != m_outlets.cend(); ++it)
        m_wantsToday.insert(it.key());
    soon(milliseconds(0));
    waitForTheDay();
}

void EnergyFigures::waitForTheDay()
{
    const milliseconds left(m_today.endUtcMs - m_clock.utcMs());
    m_dayTimer.start(std::clamp(left, milliseconds(1), kLongestWait));
}

void EnergyFigures::askNext()
{
    if (m_isAsking)
        return;
    m_askedAt = m_clock.monotonic();
    if (!m_wantsAll.isEmpty())
        return askParts(m_wantsAll.values(), true);
    if (!m_wantsToday.isEmpty())
        return askParts(m_wantsToday.values(), false);
    if (m_wantsProjection) {
        m_wantsProjection = false;
        m_nextProjection = {};
        m_projecting = m_ofHome;
        if (m_projecting.isEmpty())
            m_projection = {};
    }
    if (!m_projecting.isEmpty())
        askProjection();
}

void EnergyFigures::askParts(const QStringList &outletIds, bool withBefore)
{
    m_isAsking = true;
    const QSet<QString> ids(outletIds.cbegin(), outletIds.cend());
    m_wantsToday -= ids;
    if (withBefore)
        m_wantsAll -= ids;
    QList<qint64> edges{m_today.startUtcMs, m_today.endUtcMs};
    if (withBefore && m_month.startUtcMs < m_today.startUtcMs)
        edges.prepend(m_month.startUtcMs);
    const int round = m_round;
    const auto failed = [this, ids, withBefore] {
        (withBefore ? m_wantsAll : m_wantsToday) += ids;
        asked(false);
    };
    const auto askEnergy = [this, round, outletIds, edges, withBefore, failed] {
        m_askEnergy(outletIds, edges)
            .then(this, [=, this](const Result<EnergyReply, HistoryProblem> &reply) {
                if (round != m_round)
                    return;
                if (!reply)
                    return failed();
                takeParts(*reply, withBefore);
                asked(true);
            });
    };
    if (!withBefore)
        return askEnergy();
    m_askExtents(outletIds).then(
        this, [=, this](const Result<QList<HistoryExtent>, HistoryProblem> &extents) {
            if (round != m_round)
                return;
            if (!extents)
                return failed();
            for (const HistoryExtent &extent : *extents) {
                const auto it = m_outlets.find(extent.outletId);
                if (it != m_outlets.end())
                    it->firstUtcMs = extent.firstUtcMs;
            }
            askEnergy();
        });
}

void EnergyFigures::takeParts(const EnergyReply &reply, bool withBefore)
{
    for (const EnergySeries &series : reply.outlets) {
        const auto it = m_outlets.find(series.outletId);
        if (it == m_outlets.end() || series.rows.isEmpty())
            continue;
        const EnergyRow &today = series.rows.constLast();
        it->asOfUtcMs = reply.asOfUtcMs;
        it->today = {today.energy, today.cost};
        if (withBefore) {
            it->isRead = true;
            it->before = series.rows.size() > 1
                             ? Part{series.rows.constFirst().energy, series.rows.constFirst().cost}
                             : Part();
        }
        // The first data may have come after the extents were asked for.
        if (!withBefore && !it->firstUtcMs && isKnown(today.energy))
            m_wantsAll.insert(series.outletId);
    }
    Q_EMIT changed();
}

void EnergyFigures::askProjection()
{
    m_isAsking = true;
    const QStringList some = m_projecting.mid(0, kOutletsOfProjection);
    const int round = m_round;
    m_askEnergy(some, MonthProjection::edges(m_today.startUtcMs, m_calendar))
        .then(this, [=, this](const Result<EnergyReply, HistoryProblem> &reply) {
            if (round != m_round)
                return;
            if (!reply)
                return asked(false);
            m_nextProjection.add(reply->total.rows);
            m_projecting = m_projecting.mid(some.size());
            if (m_projecting.isEmpty()) {
                m_nextProjection.finish(m_calendar);
                m_projection = m_nextProjection;
                Q_EMIT changed();
            }
            asked(true);
        });
}

void EnergyFigures::asked(bool ok)
{
    m_isAsking = false;
    const milliseconds took = m_clock.monotonic() - m_askedAt;
    m_timer.start(ok ? std::max(kLeastPause, took * kPausesPerAsking) : kRetry);
}

EnergyFigure EnergyFigures::figureOf(const Outlet &outlet, bool month) const
{
    EnergyFigure figure;
    if (!outlet.isRead)
        return figure;
    const auto add = [&figure](const Part &part) {
        if (isKnown(part.energy))
            figure.joules = figure.joules.value_or(0) + part.energy.joules;
        if (part.cost)
            figure.cost = figure.cost.value_or(Money()) + *part.cost;
        figure.onMs += part.energy.onMs;
        figure.missingMs -= part.energy.knownMs;
    };
    add(outlet.today);
    if (month)
        add(outlet.before);
    // Before its first data nothing of an outlet is missing.
    const qint64 start = month ? m_month.startUtcMs : m_today.startUtcMs;
    if (outlet.firstUtcMs)
        figure.missingMs += outlet.asOfUtcMs - std::max(start, *outlet.firstUtcMs);
    figure.missingMs = std::max<qint64>(0, figure.missingMs);
    return figure;
}

EnergyFigure EnergyFigures::figure(const QString &outletId, bool month) const
{
    if (!outletId.isEmpty())
        return figureOf(m_outlets.value(outletId), month);
    EnergyFigure sum;
    for (const QString &id : m_ofHome) {
        const EnergyFigure one = figureOf(m_outlets.value(id), month);
        if (one.joules)
            sum.joules = sum.joules.value_or(0) + *one.joules;
        if (one.cost)
            sum.cost = sum.cost.value_or(Money()) + *one.cost;
        sum.onMs += one.onMs;
        sum.missingMs += one.missingMs;
    }
    return sum;
}

EnergyFigure EnergyFigures::today(const QString &outletId) const
{
    return figure(outletId, false);
}

EnergyFigure EnergyFigures::thisMonth(const QString &outletId) const
{
    return figure(outletId, true);
}

std::optional<EnergyFigure> EnergyFigures::projectedMonth() const
{
    EnergyFigure figure = thisMonth({});
    const qint64 now = std::clamp(m_clock.utcMs(), m_month.startUtcMs, m_month.endUtcMs);
    const auto rest = m_projection.expected({now, m_month.endUtcMs}, m_tariff, m_calendar);
    if (!figure.joules || !rest)
        return std::nullopt;
    *figure.joules += rest->joules.value_or(0);
    if (figure.cost && rest->cost)
        *figure.cost += *rest->cost;
    else
        figure.cost.reset();
    return figure;
}

} // namespace outlet
