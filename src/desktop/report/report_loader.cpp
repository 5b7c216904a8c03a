// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/report/report_loader.h"

#include <algorithm>
#include <cmath>

namespace outlet {

namespace {

/// Fine enough for standby to show, and one answer for a month.
constexpr qint64 kStandbyStepMs = 5 * 60'000;
constexpr int kMostColumns = 10'000;

/// What was used in pieces of the curve whose mean lies at or below the limit.
qint64 standbyJoules(const CurveAnswer &curve, double limitWatts)
{
    double joules = 0;
    for (const CurvePoint &point : curve.points) {
        if (double(point.averageWatts) <= limitWatts)
            joules += double(point.averageWatts) * double(point.lengthMs) / 1000;
    }
    return std::llround(joules);
}

} // namespace

ReportLoader::ReportLoader(EnergySource &source, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_clock(clock)
{
}

template <typename T>
void ReportLoader::ask(const EnergySource::Answer<T> &answer, std::function<void(const T &)> store)
{
    auto future = answer;
    future.then(this, [this, round = m_round, store](const Result<T, HistoryProblem> &reply) {
        if (round != m_round)
            return;
        if (!reply) {
            ++m_round; // the other answers don't count any more
            m_awaited = 0;
            Q_EMIT failed(reply.error().sentence());
            return;
        }
        store(*reply);
        if (--m_awaited == 0)
            Q_EMIT loaded();
    });
}

void ReportLoader::load(const QList<EnergyOutlet> &outlets, const EnergyPeriod &month,
                        const QHash<QString, double> &standbyBelowWatts)
{
    ++m_round;
    m_input = {};
    m_input.period = month;
    m_input.outlets = outlets;
    m_input.tariff = m_source.tariff();
    m_input.currency = m_source.currency();
    m_input.nowUtcMs = m_clock.utcMs();
    QStringList ids;
    for (const EnergyOutlet &outlet : outlets)
        ids.append(outlet.id);
    // Answers may come at once: what is awaited is counted first.
    m_awaited = 4 + static_cast<int>(standbyBelowWatts.size());
    const int round = m_round;
    ask<QList<HistoryExtent>>(m_source.extents(ids),
                              [this](const auto &extents) { takeExtents(extents); });
    const auto keep = [](EnergyReply &place) {
        return [&place](const EnergyReply &reply) { place = reply; };
    };
    if (round == m_round)
        ask<EnergyReply>(m_source.energy(ids, month.edges()), keep(m_input.days));
    if (round == m_round)
        ask<EnergyReply>(m_source.energy(ids, month.previous().edges()), keep(m_input.before));
    if (round == m_round)
        ask<EnergyReply>(
            m_source.energy(ids, month.calendar().edges(month.range(), CalendarUnit::Hour)),
            keep(m_input.hours));
    if (round == m_round)
        askStandby(month, standbyBelowWatts);
}

void ReportLoader::askStandby(const EnergyPeriod &month, const QHash<QString, double> &limits)
{
    const int round = m_round;
    for (auto it = limits.cbegin(); it != limits.cend() && round == m_round; ++it) {
        CurveQuery query;
        query.outletId = it.key();
        query.range = {month.range().startUtcMs, std::min(month.range().endUtcMs, m_clock.utcMs())};
        query.columns = kMostColumns;
        query.bucketMs = kStandbyStepMs;
        ask<CurveAnswer>(m_source.curve(query),
                         [this, id = it.key(), limit = it.value()](const CurveAnswer &curve) {
                             if (!curve.points.isEmpty())
                                 m_input.standbyJoules.insert(id, standbyJoules(curve, limit));
                         });
    }
}

void ReportLoader::takeExtents(const QList<HistoryExtent> &extents)
{
    m_earliestUtcMs.reset();
    for (const HistoryExtent &extent : extents) {
        if (!extent.firstUtcMs)
            continue;
        m_earliestUtcMs =
            std::min(m_earliestUtcMs.value_or(*extent.firstUtcMs), *extent.firstUtcMs);
        for (EnergyOutlet &outlet : m_input.outlets) {
            if (outlet.id == extent.outletId)
                outlet.firstUtcMs = extent.firstUtcMs;
        }
    }
}

} // namespace outlet
