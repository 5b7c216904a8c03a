// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/curve_maker.h"

#include <algorithm>

namespace outlet {

namespace {

constexpr qint64 kSecondMs = 1000;
/// Finer buckets than this are made of readings, coarser ones of what was added up.
constexpr qint64 kFinestAddedUpMs = kMinuteMs;
/// Over so long the strip is drawn from the states themselves; beyond it nobody could see them.
constexpr qint64 kExactStatesMs = 3 * kDayMs;

float watts(qint64 milliwatts)
{
    return static_cast<float>(static_cast<double>(milliwatts) / 1000);
}

/// Time-weighted power of one bucket.
struct Mean
{
    qint64 knownMs = 0;
    double milliwattMs = 0;
    qint64 min = 0;
    qint64 max = 0;

    void add(qint64 milliwatts, qint64 lengthMs)
    {
        min = knownMs > 0 ? std::min(min, milliwatts) : milliwatts;
        max = knownMs > 0 ? std::max(max, milliwatts) : milliwatts;
        knownMs += lengthMs;
        milliwattMs += static_cast<double>(milliwatts) * static_cast<double>(lengthMs);
    }
};

} // namespace

qint64 curveBucketMs(qint64 rangeMs, int columns)
{
    // The steps of the design: a live view shows every reading, an hour 10 s, a day 5 min, a week
    // half hours, a month 2 h, a year days.
    static constexpr qint64 lengths[] = {
        10 * kSecondMs, 30 * kSecondMs, kMinuteMs,   5 * kMinuteMs, kQuarterMs,
        2 * kQuarterMs, kHourMs,        2 * kHourMs, 6 * kHourMs,   12 * kHourMs,
        kDayMs,         7 * kDayMs,     28 * kDayMs, 364 * kDayMs,
    };
    const qint64 least = rangeMs / std::max(columns, 1);
    if (least < kSecondMs)
        return 0;
    const auto found = std::find_if(std::begin(lengths), std::end(lengths),
                                    [least](qint64 length) { return length >= least; });
    return found == std::end(lengths) ? 364 * kDayMs : *found;
}

CurveMaker::CurveMaker(SqlConnection &connection, RawReader &raw, const Sessions &sessions,
                       qint64 nowUtcMs)
    : m_connection(connection)
    , m_raw(raw)
    , m_sessions(sessions)
    , m_nowUtcMs(nowUtcMs)
{
}

SqlOutcome CurveMaker::make(std::optional<int> key, const CurveQuery &query, CurveAnswer &answer)
{
    answer.bucketMs =
        query.bucketMs > 0 ? query.bucketMs : curveBucketMs(query.range.lengthMs(), query.columns);
    if (!key) {
        addState(answer, {query.range.startUtcMs, std::min(query.range.endUtcMs, m_nowUtcMs)},
                 StateSpan::State::NotRecording);
        return std::nullopt;
    }
    if (answer.bucketMs < kFinestAddedUpMs || answer.bucketMs % kMinuteMs != 0)
        return fromReadings(*key, query, answer);
    return fromBuckets(*key, query, answer);
}

SqlOutcome CurveMaker::fromReadings(int key, const CurveQuery &query, CurveAnswer &answer)
{
    const TimeRange range = query.range;
    const auto rows = m_raw.rows(key, range);
    if (!rows)
        return rows.error();
    if (rows->readings.isEmpty() && rows->states.isEmpty() && rows->reports.isEmpty()) {
        // Nothing raw is left of that time, or nothing ever was: then the minutes say it.
        answer.bucketMs = kMinuteMs;
        return fromBuckets(key, query, answer);
    }
    const TimeRange wide{range.startUtcMs - kReadingCoverageMs, range.endUtcMs};
    const QList<RelaySpan> relays = relaySpans(rows->states, m_sessions, wide);
    const QList<PowerSpan> power = powerSpans(rows->readings, relays, m_sessions, wide);
    addStates(relays, {range.startUtcMs, std::min(range.endUtcMs, m_nowUtcMs)}, answer);

    qint64 knownUntil = wide.startUtcMs;
    if (answer.bucketMs == 0) {
        for (const PowerSpan &span : power) {
            CurvePoint point;
            point.startUtcMs = span.range.startUtcMs;
            point.averageWatts = point.minWatts = point.maxWatts = watts(span.milliwatts);
            point.afterGap = span.range.startUtcMs > knownUntil;
            answer.points.append(point);
            knownUntil = span.range.endUtcMs;
        }
        if (!answer.points.isEmpty())
            answer.points.first().afterGap = true;
        return std::nullopt;
    }

    const qint64 bucketMs = answer.bucketMs;
    const qint64 first = floorDivide(range.startUtcMs, bucketMs);
    const qint64 last = floorDivide(range.endUtcMs - 1, bucketMs);
    qsizetype next = 0;
    bool isBroken = true;
    for (qint64 index = first; index <= last; ++index) {
        const TimeRange bucket{index * bucketMs, (index + 1) * bucketMs};
        while (next < power.size() && power.at(next).range.endUtcMs <= bucket.startUtcMs)
            ++next;
        Mean mean;
        for (qsizetype i = next; i < power.size() && power.at(i).range.startUtcMs < bucket.endUtcMs;
             ++i) {
            const PowerSpan &span = power.at(i);
            mean.add(span.milliwatts, std::min(span.range.endUtcMs, bucket.endUtcMs) -
                                          std::max(span.range.startUtcMs, bucket.startUtcMs));
        }
        if (mean.knownMs <= 0) {
            isBroken = true;
            continue;
        }
        CurvePoint point;
        point.startUtcMs = bucket.startUtcMs;
        point.lengthMs = bucketMs;
        point.averageWatts =
            static_cast<float>(mean.milliwattMs / static_cast<double>(mean.knownMs) / 1000);
        point.minWatts = watts(mean.min);
        point.maxWatts = watts(mean.max);
        point.afterGap = std::exchange(isBroken, false);
        answer.points.append(point);
    }
    return std::nullopt;
}

SqlOutcome CurveMaker::fromBuckets(int key, const CurveQuery &query, CurveAnswer &answer)
{
    const qint64 bucketMs = answer.bucketMs;
    const QList<qint64> &edges = query.edgesUtcMs;
    const auto isOn = [&](qint64 gridMs) {
        return bucketMs % gridMs == 0 &&
               std::all_of(edges.begin(), edges.end(),
                           [gridMs](qint64 edge) { return edge % gridMs == 0; });
    };
    const bool isCoarse = isOn(kQuarterMs);
    const qint64 grainMs = isCoarse ? kQuarterMs : kMinuteMs;
    // Buckets of up to an hour lie on round times whatever the range, so that panning does not
    // change their content; longer ones begin with the range, unless their borders are given.
    const qint64 step = bucketMs <= kHourMs ? bucketMs : grainMs;
    const qint64 origin =
        edges.isEmpty() ? floorDivide(query.range.startUtcMs, step) * step : edges.constFirst();
    const bool isHourly = isOn(kHourMs) && origin % kHourMs == 0;
    const auto edge = [&](qint64 index) {
        return edges.isEmpty() ? origin + index * bucketMs : edges.at(index);
    };
    const TimeRange range{origin, edges.isEmpty() ? query.range.endUtcMs : edges.constLast()};
    const TimeRange shown{query.range.startUtcMs, std::min(query.range.endUtcMs, m_nowUtcMs)};
    const bool areStatesExact = query.range.lengthMs() <= kExactStatesMs;

    EnergyBucket bucket;
    qint64 bucketIndex = 0;
    bool isBroken = true;
    const auto finishBucket = [&] {
        const qint64 start = edge(bucketIndex);
        const qint64 end = edge(bucketIndex + 1);
        if (bucket.knownMs <= 0) {
            isBroken = true;
        } else {
            addPoint(answer, start, end - start, bucket);
            answer.points.last().afterGap = std::exchange(isBroken, false);
        }
        if (!areStatesExact) {
            const TimeRange time{std::max(start, shown.startUtcMs), std::min(end, shown.endUtcMs)};
            const bool isMostlyKnown = bucket.knownMs * 2 >= time.lengthMs();
            addState(answer, time,
                     !isMostlyKnown ? (isRecorded(time) ? StateSpan::State::Offline
                                                        : StateSpan::State::NotRecording)
                     : bucket.onMs * 2 >= bucket.knownMs ? StateSpan::State::On
                                                         : StateSpan::State::Off);
        }
        bucket = EnergyBucket();
    };
    /// To the bucket that an instant lies in.
    const auto goTo = [&](qint64 utcMs) {
        for (; edge(bucketIndex + 1) <= utcMs; ++bucketIndex)
            finishBucket();
    };
    BucketSource source(m_connection, m_raw, m_sessions);
    const SqlOutcome failure =
        source.visit(key, range,
                     isHourly   ? BucketSource::Grain::Hour
                     : isCoarse ? BucketSource::Grain::Quarter
                                : BucketSource::Grain::Minute,
                     [&](qint64 dayStart, std::span<const EnergyBucket> buckets) {
                         qint64 at = dayStart;
                         const qint64 lengthMs = kDayMs / qint64(buckets.size());
                         for (const EnergyBucket &one : buckets) {
                             const qint64 start = std::exchange(at, at + lengthMs);
                             if (!range.contains(start) || one == EnergyBucket())
                                 continue;
                             goTo(start);
                             bucket.add(one);
                         }
                     });
    if (failure)
        return failure;
    goTo(range.endUtcMs - 1);
    finishBucket();

    if (areStatesExact) {
        const auto rows = m_raw.rows(key, query.range);
        if (!rows)
            return rows.error();
        addStates(relaySpans(rows->states, m_sessions, query.range), shown, answer);
    }
    return std::nullopt;
}

void CurveMaker::addPoint(CurveAnswer &answer, qint64 startUtcMs, qint64 lengthMs,
                          const EnergyBucket &bucket) const
{
    CurvePoint point;
    point.startUtcMs = startUtcMs;
    point.lengthMs = lengthMs;
    point.averageWatts = static_cast<float>(bucket.averageWatts().value_or(0));
    // Reports know energy to the joule and readings power to the moment; where they disagree a
    // little, the band still holds the line.
    point.minWatts =
        std::min(point.averageWatts,
                 bucket.minMilliwatts ? watts(*bucket.minMilliwatts) : point.averageWatts);
    point.maxWatts =
        std::max(point.averageWatts,
                 bucket.maxMilliwatts ? watts(*bucket.maxMilliwatts) : point.averageWatts);
    answer.points.append(point);
}

void CurveMaker::addStates(const QList<RelaySpan> &relays, TimeRange range,
                           CurveAnswer &answer) const
{
    qint64 at = range.startUtcMs;
    const auto fill = [&](qint64 until) {
        // Not said by any state: outside of the sessions, or before the outlet was known.
        while (at < until) {
            qint64 next = until;
            bool recorded = false;
            for (const TimeRange &session : m_sessions) {
                if (session.contains(at)) {
                    recorded = true;
                    next = std::min(next, session.endUtcMs);
                } else if (session.startUtcMs > at) {
                    next = std::min(next, session.startUtcMs);
                }
            }
            addState(answer, {at, next},
                     recorded ? StateSpan::State::Offline : StateSpan::State::NotRecording);
            at = next;
        }
    };
    for (const RelaySpan &span : relays) {
        const qint64 start = std::max(span.range.startUtcMs, range.startUtcMs);
        const qint64 end = std::min(span.range.endUtcMs, range.endUtcMs);
        if (start >= end)
            continue;
        fill(start);
        addState(answer, {std::max(at, start), end},
                 !span.connected                ? StateSpan::State::Offline
                 : span.relayOn.value_or(false) ? StateSpan::State::On
                                                : StateSpan::State::Off);
        at = std::max(at, end);
    }
    fill(range.endUtcMs);
}

void CurveMaker::addState(CurveAnswer &answer, TimeRange range, StateSpan::State state) const
{
    if (range.isEmpty())
        return;
    if (!answer.states.isEmpty() && answer.states.constLast().state == state &&
        answer.states.constLast().range.endUtcMs >= range.startUtcMs)
        answer.states.last().range.endUtcMs = range.endUtcMs;
    else
        answer.states.append({range, state});
}

bool CurveMaker::isRecorded(TimeRange range) const
{
    qint64 recordedMs = 0;
    for (const TimeRange &session : m_sessions) {
        recordedMs += std::max<qint64>(0, std::min(session.endUtcMs, range.endUtcMs) -
                                              std::max(session.startUtcMs, range.startUtcMs));
    }
    return recordedMs * 2 >= range.lengthMs();
}

} // namespace outlet
