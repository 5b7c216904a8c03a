// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "sample_energy.h"

#include <QtCore/QPromise>
#include <algorithm>
#include <cmath>

#include "app/energy_reply.h"

namespace outlet {

namespace {

constexpr qint64 kMinute = 60'000;
constexpr qint64 kDay = 24 * 60 * kMinute;

/// A number from 0 to 1 that looks like chance and is always the same.
double noise(qint64 n)
{
    const double wild = std::sin(static_cast<double>(n % 100'000) * 12.9898) * 43'758.5453;
    return wild - std::floor(wild);
}

int numberOf(const QString &outletId)
{
    return outletId.isEmpty() ? 0 : outletId.back().digitValue();
}

} // namespace

SampleEnergy::SampleEnergy(Clock &clock, QObject *parent)
    : EnergySource(parent)
    , m_clock(clock)
    , m_calendar(QTimeZone("America/New_York"), Qt::Sunday)
    , m_firstUtcMs(clock.utcMs() - 400 * kDay)
{
}

QString SampleEnergy::setTariff(const Tariff &tariff)
{
    if (const auto fault = tariff.fault())
        return *fault;
    m_tariff = tariff;
    Q_EMIT tariffChanged();
    return {};
}

QString SampleEnergy::currency() const
{
    return m_tariff.currency.isEmpty() ? QStringLiteral("USD") : m_tariff.currency;
}

/// Today's figures are at one price.
std::optional<Money> SampleEnergy::cost(qint64 joules) const
{
    if (m_tariff.plans.isEmpty())
        return std::nullopt;
    return Money::ofEnergy(joules, m_tariff.plans.constLast().periods.constFirst().pricePerKwhE4);
}

std::optional<double> SampleEnergy::watts(const QString &outletId, qint64 utcMs) const
{
    const QDate date = m_calendar.date(utcMs);
    const int minute = m_calendar.minuteOfDay(utcMs);
    const bool isAway =
        date.dayOfWeek() == Qt::Tuesday && minute >= 14 * 60 + 7 && minute < 14 * 60 + 53;
    if (utcMs < m_firstUtcMs || utcMs > m_clock.utcMs() || isAway || m_away.contains(utcMs))
        return std::nullopt;
    const double wave = noise(utcMs / kMinute);
    const double slow = std::sin(static_cast<double>(utcMs / kMinute % 1440) / 30);
    switch (numberOf(outletId)) {
    case 1: // a freezer: its compressor runs a third of the time
        return minute / 20 % 3 == 0 ? 95 + 6 * wave : 2.1;
    case 2: // a desk: work with a pause at noon
        if (minute < 450)
            return 0;
        if (minute < 490 || (minute >= 735 && minute < 780))
            return 6 + wave;
        return 118 + 12 * slow + 50 * (wave - 0.5);
    case 3: // television in the evening
        return minute > 18 * 60 ? 110 + 20 * wave : 0.6;
    case 4: // a heater, more in the cold half of the year
        return 620 + 120 * std::cos(date.dayOfYear() / 58.0) + 60 * slow;
    default:
        return 8 + 4 * wave;
    }
}

EnergyBucket SampleEnergy::bucket(const QString &outletId, TimeRange range) const
{
    EnergyBucket bucket;
    // Fine enough for a picture; the pages ask for thousands of these.
    const qint64 step = std::clamp<qint64>(range.lengthMs() / 12, 1, 15 * kMinute);
    double joules = 0;
    for (qint64 at = range.startUtcMs; at < range.endUtcMs; at += step) {
        const std::optional<double> power = watts(outletId, at);
        if (!power)
            continue;
        const qint64 length = std::min(step, range.endUtcMs - at);
        joules += *power * static_cast<double>(length) / 1000;
        bucket.knownMs += length;
        bucket.onMs += *power > 0 ? length : 0;
        const auto milliwatts = static_cast<qint64>(*power * 1000);
        bucket.minMilliwatts = std::min(bucket.minMilliwatts.value_or(milliwatts), milliwatts);
        bucket.maxMilliwatts = std::max(bucket.maxMilliwatts.value_or(milliwatts), milliwatts);
    }
    bucket.reportedMs = bucket.knownMs;
    bucket.joules = static_cast<qint64>(joules);
    return bucket;
}

CurveAnswer SampleEnergy::makeCurve(const CurveQuery &query) const
{
    CurveAnswer answer;
    answer.outletId = query.outletId;
    answer.range = query.range;
    answer.bucketMs = query.bucketMs;
    answer.asOfUtcMs = m_clock.utcMs();
    if (m_firstUtcMs < m_clock.utcMs())
        answer.firstUtcMs = m_firstUtcMs;
    QList<qint64> edges = query.edgesUtcMs;
    if (edges.isEmpty()) {
        const qint64 step = query.bucketMs > 0 ? query.bucketMs : 5000;
        for (qint64 at = query.range.startUtcMs / step * step; at < query.range.endUtcMs + step;
             at += step)
            edges.append(at);
    }
    bool isBroken = true;
    for (qsizetype i = 0; i + 1 < edges.size() && edges.at(i) < m_clock.utcMs(); ++i) {
        const qint64 at = edges.at(i);
        const EnergyBucket sum = bucket(query.outletId, {at, edges.at(i + 1)});
        if (sum.knownMs == 0) {
            isBroken = true;
            continue;
        }
        CurvePoint point;
        point.startUtcMs = at;
        point.lengthMs = query.bucketMs > 0 ? edges.at(i + 1) - at : 0;
        point.averageWatts = static_cast<float>(sum.averageWatts().value_or(0));
        point.minWatts = static_cast<float>(double(*sum.minMilliwatts) / 1000);
        point.maxWatts = static_cast<float>(double(*sum.maxMilliwatts) / 1000);
        point.afterGap = std::exchange(isBroken, false);
        answer.points.append(point);
    }
    // States to the minute, or to the bucket where that is coarser.
    const qint64 grain = std::max(kMinute, query.bucketMs / 5);
    const qint64 end = std::min(query.range.endUtcMs, m_clock.utcMs());
    for (qint64 at = query.range.startUtcMs; at < end; at += grain) {
        const std::optional<double> power = watts(query.outletId, at);
        const auto state = !power       ? (at < m_firstUtcMs ? StateSpan::State::NotRecording
                                                             : StateSpan::State::Offline)
                           : *power > 0 ? StateSpan::State::On
                                        : StateSpan::State::Off;
        if (!answer.states.isEmpty() && answer.states.constLast().state == state)
            answer.states.last().range.endUtcMs = std::min(at + grain, end);
        else
            answer.states.append({{at, std::min(at + grain, end)}, state});
    }
    return answer;
}

template <typename T>
EnergySource::Answer<T> SampleEnergy::answerWith(std::function<T()> make)
{
    using Reply = Result<T, HistoryProblem>;
    const auto promise = std::make_shared<QPromise<Reply>>();
    promise->start();
    const auto finish = [this, promise, make] {
        if (m_problem.kind != HistoryProblem::Kind::None)
            promise->addResult(Reply(m_problem));
        else
            promise->addResult(Reply(make()));
        promise->finish();
    };
    if (m_isHeld)
        m_waiting.append(finish);
    else
        finish();
    return promise->future();
}

void SampleEnergy::release()
{
    m_isHeld = false;
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &finish : waiting)
        finish();
}

EnergySource::Answer<CurveAnswer> SampleEnergy::curve(const CurveQuery &query)
{
    asked.append(query);
    return answerWith<CurveAnswer>([this, query] { return makeCurve(query); });
}

EnergySource::Answer<EnergyReply> SampleEnergy::energy(const QStringList &outletIds,
                                                       const QList<qint64> &edges)
{
    return answerWith<EnergyReply>([this, outletIds, edges] {
        const RatePlan rates =
            layOut(m_tariff, {edges.constFirst(), edges.constLast()}, m_calendar);
        EnergyAnswer answer;
        answer.asOfUtcMs = m_clock.utcMs();
        for (const QString &id : outletIds) {
            OutletEnergy outlet;
            outlet.outletId = id;
            for (qsizetype i = 0; i + 1 < edges.size(); ++i) {
                EnergyBucket sum;
                QList<qint64> joules(std::max<qsizetype>(1, rates.rates.size()), 0);
                const auto take = [&](TimeRange range, int rate) {
                    if (range.startUtcMs >= range.endUtcMs)
                        return;
                    const EnergyBucket part = bucket(id, range);
                    sum.add(part);
                    joules[rate] += part.joules;
                };
                qint64 from = edges.at(i);
                int rate = 0;
                for (const PriceSegment &segment : rates.segments) {
                    const qint64 change = std::clamp(segment.startUtcMs, from, edges.at(i + 1));
                    take({from, change}, rate);
                    from = change;
                    if (segment.startUtcMs < edges.at(i + 1))
                        rate = segment.rate;
                }
                take({from, edges.at(i + 1)}, rate);
                outlet.buckets.append(sum);
                outlet.joulesByRate.append(joules);
            }
            answer.outlets.append(outlet);
        }
        return pricedReply(answer, edges, rates);
    });
}

EnergySource::Answer<QList<HistoryExtent>> SampleEnergy::extents(const QStringList &outletIds)
{
    return answerWith<QList<HistoryExtent>>([this, outletIds] {
        QList<HistoryExtent> extents;
        for (const QString &id : outletIds)
            if (m_firstUtcMs < m_clock.utcMs())
                extents.append({id, m_firstUtcMs, m_clock.utcMs()});
        return extents;
    });
}

EnergyFigure SampleEnergy::since(qint64 utcMs, const QString &outletId) const
{
    EnergyBucket sum;
    // Without an id the home: as many outlets as the sample has.
    for (int number = 1; number < (outletId.isEmpty() ? 9 : 2); ++number) {
        const QString id = outletId.isEmpty() ? QString::number(number) : outletId;
        sum.add(bucket(id, {utcMs, m_clock.utcMs()}));
    }
    EnergyFigure figure;
    figure.joules = sum.joules;
    figure.cost = cost(sum.joules);
    figure.onMs = sum.onMs;
    return figure;
}

EnergyFigure SampleEnergy::today(const QString &outletId) const
{
    return since(m_calendar.dayStartUtcMs(m_calendar.date(m_clock.utcMs())), outletId);
}

EnergyFigure SampleEnergy::thisMonth(const QString &outletId) const
{
    return since(m_calendar.month(m_calendar.date(m_clock.utcMs())).startUtcMs, outletId);
}

std::optional<EnergyFigure> SampleEnergy::projectedMonth() const
{
    EnergyFigure month = thisMonth();
    const qint64 now = m_clock.utcMs();
    const TimeRange range = m_calendar.month(m_calendar.date(now));
    const double share = double(range.lengthMs()) / double(now - range.startUtcMs);
    month.joules = static_cast<qint64>(double(*month.joules) * share);
    month.cost = cost(*month.joules);
    return month;
}

} // namespace outlet
