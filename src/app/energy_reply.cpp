// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/energy_reply.h"

#include <algorithm>

namespace outlet {

namespace {

void addTo(QList<qint64> &sums, const QList<qint64> &parts)
{
    if (sums.size() < parts.size())
        sums.resize(parts.size(), 0);
    for (qsizetype i = 0; i < parts.size(); ++i)
        sums[i] += parts.at(i);
}

/// A report without a span gives energy to no known time: it is known all the same.
bool isKnown(const EnergyBucket &energy)
{
    return energy.isKnown() || energy.joules != 0;
}

void finish(EnergySeries &series, const RatePlan &rates)
{
    std::optional<Money> sum;
    for (EnergyRow &row : series.rows) {
        if (isKnown(row.energy))
            row.cost = rates.cost(row.joulesByRate);
        if (row.cost)
            sum = sum.value_or(Money()) + *row.cost;
        series.total.add(row.energy);
    }
    series.cost = sum;
}

} // namespace

EnergyReply pricedReply(const EnergyAnswer &answer, const QList<qint64> &edgesUtcMs,
                        const RatePlan &rates)
{
    EnergyReply reply;
    reply.edgesUtcMs = edgesUtcMs;
    reply.rates = rates;
    reply.asOfUtcMs = answer.asOfUtcMs;
    const qsizetype count = std::max<qsizetype>(0, edgesUtcMs.size() - 1);
    const auto emptyRows = [&] {
        QList<EnergyRow> rows(count);
        for (qsizetype i = 0; i < count; ++i)
            rows[i].range = {edgesUtcMs.at(i), edgesUtcMs.at(i + 1)};
        return rows;
    };
    reply.total.rows = emptyRows();
    reply.outlets.reserve(answer.outlets.size());
    for (const OutletEnergy &outlet : answer.outlets) {
        EnergySeries series;
        series.outletId = outlet.outletId;
        series.rows = emptyRows();
        for (qsizetype i = 0; i < std::min(count, outlet.buckets.size()); ++i) {
            EnergyRow &row = series.rows[i];
            row.energy = outlet.buckets.at(i);
            row.joulesByRate = i < outlet.joulesByRate.size() ? outlet.joulesByRate.at(i)
                                                              : QList<qint64>{row.energy.joules};
            EnergyRow &total = reply.total.rows[i];
            total.energy.add(row.energy);
            addTo(total.joulesByRate, row.joulesByRate);
        }
        finish(series, rates);
        reply.outlets.append(std::move(series));
    }
    for (EnergyRow &row : reply.total.rows) {
        // The extremes of the parts are not those of the sum.
        row.energy.minMilliwatts.reset();
        row.energy.maxMilliwatts.reset();
    }
    finish(reply.total, rates);
    return reply;
}

} // namespace outlet
