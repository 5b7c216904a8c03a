// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QPromise>
#include <algorithm>
#include <functional>

#include "app/energy_reply.h"
#include "app/energy_source.h"

namespace outlet::test {

/// A home's history as a function of the quarter hour, put together and priced as the real one is.
/// Answers at once, or when it is told to.
class HourlyEnergy : public EnergySource
{
public:
    static constexpr qint64 kQuarterMs = 15 * 60'000;
    /// Joules of an outlet in the quarter hour that begins at an instant; empty = not known.
    using Joules = std::function<std::optional<qint64>(const QString &, qint64)>;

    explicit HourlyEnergy(const Clock &clock)
        : m_clock(clock)
    {
    }

    [[nodiscard]] const LocalCalendar &calendar() const override { return local; }
    [[nodiscard]] const Tariff &tariff() const override { return prices; }
    [[nodiscard]] QString currency() const override { return QStringLiteral("USD"); }

    [[nodiscard]] Answer<EnergyReply> energy(const QStringList &ids,
                                             const QList<qint64> &edges) override
    {
        asked.append({ids, edges});
        return answer<EnergyReply>([this, ids, edges] { return reply(ids, edges); });
    }
    /// The mean power of each quarter hour.
    [[nodiscard]] Answer<CurveAnswer> curve(const CurveQuery &query) override
    {
        return answer<CurveAnswer>([this, query] {
            CurveAnswer curve;
            curve.outletId = query.outletId;
            curve.range = query.range;
            for (qint64 at = query.range.startUtcMs; at < query.range.endUtcMs; at += kQuarterMs) {
                const auto value = known(query.outletId, at);
                if (value)
                    curve.points.append({at, kQuarterMs, float(*value) / 900, 0, 0, false});
            }
            return curve;
        });
    }
    [[nodiscard]] Answer<QList<HistoryExtent>> extents(const QStringList &ids) override
    {
        return answer<QList<HistoryExtent>>([this, ids] {
            QList<HistoryExtent> extents;
            for (const QString &id : ids)
                extents.append({id, firsts.contains(id) ? std::optional(firsts[id]) : std::nullopt,
                                m_clock.utcMs()});
            return extents;
        });
    }
    [[nodiscard]] EnergyFigure today(const QString &) const override { return {}; }
    [[nodiscard]] EnergyFigure thisMonth(const QString &) const override { return {}; }
    [[nodiscard]] std::optional<EnergyFigure> projectedMonth() const override { return projected; }

    /// What answers say.
    [[nodiscard]] EnergyReply reply(const QStringList &ids, const QList<qint64> &edges) const
    {
        const RatePlan rates = layOut(prices, {edges.constFirst(), edges.constLast()}, local);
        EnergyAnswer all;
        all.asOfUtcMs = m_clock.utcMs();
        for (const QString &id : ids) {
            OutletEnergy one;
            one.outletId = id;
            for (qsizetype i = 0; i + 1 < edges.size(); ++i) {
                EnergyBucket bucket;
                QList<qint64> byRate(std::max<qsizetype>(1, rates.rates.size()), 0);
                for (qint64 at = edges.at(i); at < edges.at(i + 1); at += kQuarterMs) {
                    const auto value = known(id, at);
                    if (!value)
                        continue;
                    bucket.joules += *value;
                    bucket.knownMs += std::min(kQuarterMs, m_clock.utcMs() - at);
                    byRate[rateAt(rates, at)] += *value;
                }
                bucket.reportedMs = bucket.knownMs;
                bucket.onMs = bucket.knownMs;
                one.buckets.append(bucket);
                one.joulesByRate.append(byRate);
            }
            all.outlets.append(one);
        }
        return pricedReply(all, edges, rates);
    }

    void release()
    {
        isHeld = false;
        const auto due = std::exchange(m_waiting, {});
        for (const auto &finish : due)
            finish();
    }

    LocalCalendar local{QTimeZone("America/New_York"), Qt::Sunday};
    Tariff prices;
    Joules joules;
    QHash<QString, qint64> firsts;
    std::optional<EnergyFigure> projected;
    std::optional<HistoryProblem> problem;
    bool isHeld = false;
    QList<std::pair<QStringList, QList<qint64>>> asked;

private:
    [[nodiscard]] std::optional<qint64> known(const QString &id, qint64 at) const
    {
        if (at >= m_clock.utcMs() || !firsts.contains(id) || at < firsts[id] || !joules)
            return std::nullopt;
        return joules(id, at);
    }
    static int rateAt(const RatePlan &rates, qint64 at)
    {
        const auto after = std::upper_bound(
            rates.segments.begin(), rates.segments.end(), at,
            [](qint64 time, const PriceSegment &segment) { return time < segment.startUtcMs; });
        return after == rates.segments.begin() ? 0 : std::prev(after)->rate;
    }
    template <typename T>
    Answer<T> answer(std::function<T()> make)
    {
        using Reply = Result<T, HistoryProblem>;
        const auto promise = std::make_shared<QPromise<Reply>>();
        promise->start();
        const auto finish = [this, promise, make] {
            promise->addResult(problem ? Reply(*problem) : Reply(make()));
            promise->finish();
        };
        if (isHeld)
            m_waiting.append(finish);
        else
            finish();
        return promise->future();
    }

    const Clock &m_clock;
    QList<std::function<void()>> m_waiting;
};

/// Peak from 4 to 9 PM at 0.24, off-peak at 0.13, since 2020.
inline Tariff peakPrices()
{
    PricePlan plan;
    plan.name = QStringLiteral("Time of use");
    plan.validFrom = QDate(2020, 1, 1);
    plan.periods = {{QStringLiteral("Off-peak"), 1300}, {QStringLiteral("Peak"), 2400}};
    for (auto &day : plan.grid) {
        for (std::size_t half = 32; half < 42; ++half)
            day[half] = 1;
    }
    plan.standingChargePerDayE4 = 3500;
    Tariff tariff;
    tariff.plans = {plan};
    return tariff;
}

} // namespace outlet::test
