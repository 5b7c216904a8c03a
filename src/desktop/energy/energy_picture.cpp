// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/energy/energy_picture.h"

#include <algorithm>

namespace outlet {

namespace {

BarAmount amountOf(const EnergyRow &row)
{
    // A report without a span gives energy to no known time: it is known all the same.
    if (!row.energy.isKnown() && row.energy.joules == 0)
        return {};
    return {row.energy.joules, row.cost};
}

BarAmount amountOf(const EnergyFigure &figure)
{
    return {figure.joules, figure.cost};
}

QList<RateUse> usesOf(const EnergyReply &reply, const Tariff &tariff)
{
    QList<RateUse> uses;
    for (qsizetype i = 0; i < reply.rates.rates.size(); ++i) {
        const RatePlan::Rate &rate = reply.rates.rates.at(i);
        qint64 joules = 0;
        for (const EnergyRow &row : reply.total.rows)
            joules += row.joulesByRate.value(i);
        if (rate.plan < 0 || rate.plan >= tariff.plans.size())
            continue;
        const PricePlan &plan = tariff.plans.at(rate.plan);
        if (rate.period < 0 || rate.period >= plan.periods.size())
            continue;
        uses.append({rate.plan, rate.period, plan.periods.at(rate.period).name, rate.pricePerKwhE4,
                     joules, Money::ofEnergy(joules, rate.pricePerKwhE4)});
    }
    std::stable_sort(uses.begin(), uses.end(), [](const RateUse &a, const RateUse &b) {
        return a.pricePerKwhE4 > b.pricePerKwhE4;
    });
    return uses;
}

void addProjection(BarBucket &bucket, const EnergyRow &total, qint64 nowUtcMs,
                   const Expectation &expected)
{
    if (!expected || bucket.range.endUtcMs <= nowUtcMs)
        return;
    const auto rest =
        expected({std::max(bucket.range.startUtcMs, nowUtcMs), bucket.range.endUtcMs});
    if (!rest)
        return;
    bucket.projected = amountOf(*rest);
    if (bucket.isCurrent)
        bucket.projected.add(amountOf(total));
}

} // namespace

qint64 missingIn(const EnergyRow &row, std::optional<qint64> firstUtcMs, qint64 asOfUtcMs)
{
    if (!firstUtcMs)
        return 0;
    const qint64 start = std::max(row.range.startUtcMs, *firstUtcMs);
    const qint64 missing = std::min(row.range.endUtcMs, asOfUtcMs) - start - row.energy.knownMs;
    // What is known may reach up to now, so the time on its way is no part of the sum.
    const bool isOver = row.range.endUtcMs < asOfUtcMs - kOnItsWayMs;
    return missing < (isOver ? kNotableMissingMs : kOnItsWayMs) ? 0 : missing;
}

EnergyPicture makeEnergyPicture(const EnergyReply &reply, const QList<EnergyOutlet> &outlets,
                                const EnergyPeriod &period, const Tariff &tariff,
                                const QString &currency, qint64 nowUtcMs,
                                const Expectation &expected)
{
    EnergyPicture picture;
    BarData &bars = picture.bars;
    bars.unit = period.unit();
    bars.calendar = period.calendar();
    bars.currency = currency;
    const qint64 asOf = std::min(reply.asOfUtcMs, nowUtcMs);
    for (const EnergyRow &row : reply.total.rows) {
        BarBucket bucket;
        bucket.range = row.range;
        bucket.isCurrent = row.range.contains(nowUtcMs);
        bucket.isFuture = row.range.startUtcMs > nowUtcMs;
        addProjection(bucket, row, nowUtcMs, expected);
        bars.buckets.append(bucket);
    }

    qint64 possibleMs = 0;
    qint64 knownMs = 0;
    const qsizetype count = std::min(outlets.size(), reply.outlets.size());
    for (qsizetype i = 0; i < count; ++i) {
        const EnergySeries &answer = reply.outlets.at(i);
        EnergyShare share;
        share.outlet = outlets.at(i);
        BarSeries series{share.outlet.id, share.outlet.name, share.outlet.chartColor, {}};
        for (qsizetype b = 0; b < std::min(answer.rows.size(), bars.buckets.size()); ++b) {
            const EnergyRow &row = answer.rows.at(b);
            series.values.append(amountOf(row));
            share.amount.add(series.values.constLast());
            const qint64 missing = missingIn(row, share.outlet.firstUtcMs, asOf);
            share.missingMs += missing;
            bars.buckets[b].missingMs += missing;
            knownMs += row.energy.knownMs;
        }
        if (share.outlet.firstUtcMs) // one that never said anything does not count
            possibleMs += std::max<qint64>(0, std::min(period.range().endUtcMs, asOf) -
                                                  period.range().startUtcMs);
        picture.total.add(share.amount);
        picture.missingMs += share.missingMs;
        picture.outletsMissing += share.missingMs > 0 ? 1 : 0;
        bars.series.append(series);
        picture.shares.append(share);
    }
    picture.rates = usesOf(reply, tariff);
    if (possibleMs > 0)
        picture.knownFraction = std::min(1.0, double(knownMs) / double(possibleMs));
    return picture;
}

} // namespace outlet
