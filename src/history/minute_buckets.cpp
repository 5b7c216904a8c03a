// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/minute_buckets.h"

#include <algorithm>

#include "history/quantise.h"
#include "history/span_split.h"

namespace outlet {

namespace {

TimeRange overlap(TimeRange a, TimeRange b)
{
    return {std::max(a.startUtcMs, b.startUtcMs), std::min(a.endUtcMs, b.endUtcMs)};
}

/// The end of the session that \a utcMs lies in; \a utcMs itself outside of all of them. The last
/// one wins, as a clock that was set back makes them overlap.
qint64 sessionEnd(const Sessions &sessions, qint64 utcMs)
{
    for (auto it = sessions.crbegin(); it != sessions.crend(); ++it) {
        if (utcMs >= it->startUtcMs && utcMs <= it->endUtcMs)
            return it->endUtcMs;
    }
    return utcMs;
}

/// Calls \a each(index of the minute, piece) for every minute that \a span touches.
template <typename Each>
void forEachMinute(TimeRange range, TimeRange span, Each each)
{
    const TimeRange inside = overlap(range, span);
    for (qint64 at = inside.startUtcMs; at < inside.endUtcMs;) {
        const qint64 index = (at - range.startUtcMs) / kMinuteMs;
        const qint64 next = std::min(range.startUtcMs + (index + 1) * kMinuteMs, inside.endUtcMs);
        each(static_cast<qsizetype>(index), TimeRange{at, next});
        at = next;
    }
}

/// The times that reports cover, joined where they touch or overlap.
QList<TimeRange> coverage(const QList<RawReport> &reports)
{
    QList<TimeRange> spans;
    spans.reserve(reports.size());
    for (const RawReport &report : reports) {
        if (report.durationMs > 0)
            spans.append({report.endUtcMs - report.durationMs, report.endUtcMs});
    }
    std::sort(spans.begin(), spans.end(),
              [](const TimeRange &a, const TimeRange &b) { return a.startUtcMs < b.startUtcMs; });
    QList<TimeRange> joined;
    for (const TimeRange &span : std::as_const(spans)) {
        if (!joined.isEmpty() && span.startUtcMs <= joined.constLast().endUtcMs)
            joined.last().endUtcMs = std::max(joined.constLast().endUtcMs, span.endUtcMs);
        else
            joined.append(span);
    }
    return joined;
}

void include(EnergyBucket &bucket, qint64 milliwatts)
{
    bucket.minMilliwatts = std::min(bucket.minMilliwatts.value_or(milliwatts), milliwatts);
    bucket.maxMilliwatts = std::max(bucket.maxMilliwatts.value_or(milliwatts), milliwatts);
}

/// The mean power of a report; empty when it gave no span.
std::optional<qint64> meanMilliwatts(const RawReport &report)
{
    if (report.durationMs <= 0)
        return std::nullopt;
    return quantise(qRound64(static_cast<double>(report.joules) * 1e6 /
                             static_cast<double>(report.durationMs)));
}

class Builder
{
public:
    explicit Builder(TimeRange range)
        : m_range(range)
        , m_buckets(range.lengthMs() / kMinuteMs)
        , m_hasReading(m_buckets.size())
    {
    }

    void addReports(const QList<RawReport> &reports)
    {
        for (const RawReport &report : reports) {
            const qint64 start = report.endUtcMs - std::max<qint64>(report.durationMs, 1);
            forEachMinute(m_range, {start, report.endUtcMs}, [&](qsizetype i, TimeRange piece) {
                m_buckets[i].joules += amountBetween(report.joules, start, report.endUtcMs,
                                                     piece.startUtcMs, piece.endUtcMs);
            });
        }
        m_reported = coverage(reports);
        for (const TimeRange &span : std::as_const(m_reported)) {
            forEachMinute(m_range, span, [&](qsizetype i, TimeRange piece) {
                m_buckets[i].reportedMs += piece.lengthMs();
                m_buckets[i].knownMs += piece.lengthMs();
            });
        }
    }

    void addRelays(const QList<RelaySpan> &spans)
    {
        for (const RelaySpan &span : spans) {
            if (!span.connected || !span.relayOn.value_or(false))
                continue;
            forEachMinute(m_range, span.range, [&](qsizetype i, TimeRange piece) {
                m_buckets[i].onMs += piece.lengthMs();
            });
        }
    }

    /// After addReports().
    void addPower(const QList<PowerSpan> &spans)
    {
        qsizetype next = 0; // the first covered time that ends behind what is looked at
        for (const PowerSpan &span : spans) {
            forEachMinute(m_range, span.range, [&](qsizetype i, TimeRange) {
                m_hasReading[i] = true;
                include(m_buckets[i], span.milliwatts);
            });
            while (next < m_reported.size() &&
                   m_reported.at(next).endUtcMs <= span.range.startUtcMs)
                ++next;
            qint64 at = span.range.startUtcMs;
            for (qsizetype k = next; at < span.range.endUtcMs; ++k) {
                const bool isCovered =
                    k < m_reported.size() && m_reported.at(k).startUtcMs < span.range.endUtcMs;
                const qint64 until = isCovered ? m_reported.at(k).startUtcMs : span.range.endUtcMs;
                if (until > at)
                    addEstimate(span, {at, until});
                if (!isCovered)
                    break;
                at = std::max(at, m_reported.at(k).endUtcMs);
            }
        }
    }

    /// After addPower(): where no reading was taken, the reports' means are the extremes.
    void addMeans(const QList<RawReport> &reports)
    {
        for (const RawReport &report : reports) {
            const auto mean = meanMilliwatts(report);
            if (!mean)
                continue;
            forEachMinute(m_range, {report.endUtcMs - report.durationMs, report.endUtcMs},
                          [&](qsizetype i, TimeRange) {
                              if (!m_hasReading.at(i))
                                  include(m_buckets[i], *mean);
                          });
        }
    }

    [[nodiscard]] QList<EnergyBucket> take() { return std::move(m_buckets); }

private:
    void addEstimate(const PowerSpan &span, TimeRange uncovered)
    {
        // Microjoules are milliwatts times milliseconds; spread so that parts add up, as with
        // joules.
        const qint64 millijoules = span.milliwatts * span.range.lengthMs() / 1000;
        forEachMinute(m_range, uncovered, [&](qsizetype i, TimeRange piece) {
            m_buckets[i].knownMs += piece.lengthMs();
            m_buckets[i].estimatedMillijoules +=
                amountBetween(millijoules, span.range.startUtcMs, span.range.endUtcMs,
                              piece.startUtcMs, piece.endUtcMs);
        });
    }

    TimeRange m_range;
    QList<EnergyBucket> m_buckets;
    QList<bool> m_hasReading;
    QList<TimeRange> m_reported;
};

} // namespace

QList<RelaySpan> relaySpans(const QList<RawState> &states, const Sessions &sessions,
                            TimeRange range)
{
    QList<RelaySpan> spans;
    for (qsizetype i = 0; i < states.size(); ++i) {
        const RawState &state = states.at(i);
        qint64 end = sessionEnd(sessions, state.utcMs);
        if (i + 1 < states.size())
            end = std::min(end, states.at(i + 1).utcMs);
        const TimeRange held = overlap({state.utcMs, end}, range);
        if (!held.isEmpty())
            spans.append({held, state.connected, state.relayOn, state.signalDbm});
    }
    return spans;
}

QList<PowerSpan> powerSpans(const QList<RawReading> &readings, const QList<RelaySpan> &relays,
                            const Sessions &sessions, TimeRange range)
{
    // What the readings alone say, up to the moment the outlet was gone.
    QList<PowerSpan> measured;
    qsizetype relay = 0;
    for (qsizetype i = 0; i < readings.size(); ++i) {
        const RawReading &reading = readings.at(i);
        if (!reading.milliwatts)
            continue;
        qint64 end =
            std::min(reading.utcMs + kReadingCoverageMs, sessionEnd(sessions, reading.utcMs));
        if (i + 1 < readings.size())
            end = std::min(end, readings.at(i + 1).utcMs);
        while (relay < relays.size() && relays.at(relay).range.endUtcMs <= reading.utcMs)
            ++relay;
        for (qsizetype k = relay; k < relays.size() && relays.at(k).range.startUtcMs < end; ++k) {
            if (!relays.at(k).connected)
                end = std::max(reading.utcMs, relays.at(k).range.startUtcMs);
        }
        const TimeRange held = overlap({reading.utcMs, end}, range);
        if (!held.isEmpty())
            measured.append({held, *reading.milliwatts});
    }

    // Off is 0 W whatever was read, and known without a reading.
    QList<PowerSpan> spans;
    qsizetype next = 0;
    const auto takeMeasuredUntil = [&](qint64 limit) {
        for (; next < measured.size() && measured.at(next).range.startUtcMs < limit; ++next) {
            PowerSpan span = measured.at(next);
            if (!spans.isEmpty())
                span.range.startUtcMs =
                    std::max(span.range.startUtcMs, spans.constLast().range.endUtcMs);
            const qint64 wholeEnd = span.range.endUtcMs;
            span.range.endUtcMs = std::min(wholeEnd, limit);
            if (!span.range.isEmpty())
                spans.append(span);
            if (wholeEnd > limit)
                break; // the rest of it may come after the off time
        }
    };
    for (const RelaySpan &span : relays) {
        if (!span.connected || span.relayOn.value_or(true))
            continue;
        takeMeasuredUntil(span.range.startUtcMs);
        spans.append({span.range, 0});
    }
    takeMeasuredUntil(range.endUtcMs);
    return spans;
}

QList<EnergyBucket> minuteBuckets(const RawRows &rows, const Sessions &sessions, TimeRange range)
{
    // Wider than asked for: a reading or a state from before may hold into the range.
    const TimeRange wide{range.startUtcMs - kReadingCoverageMs, range.endUtcMs};
    const QList<RelaySpan> relays = relaySpans(rows.states, sessions, wide);
    Builder builder(range);
    builder.addReports(rows.reports);
    builder.addRelays(relays);
    builder.addPower(powerSpans(rows.readings, relays, sessions, wide));
    builder.addMeans(rows.reports);
    return builder.take();
}

EnergyBucket sumOf(const QList<EnergyBucket> &buckets, qsizetype first, qsizetype count)
{
    EnergyBucket sum;
    for (qsizetype i = first; i < first + count; ++i)
        sum.add(buckets.at(i));
    return sum;
}

QList<EnergyBucket> quartersOf(const QList<EnergyBucket> &minutes)
{
    QList<EnergyBucket> quarters;
    quarters.reserve(minutes.size() / 15);
    for (qsizetype i = 0; i + 15 <= minutes.size(); i += 15)
        quarters.append(sumOf(minutes, i, 15));
    return quarters;
}

} // namespace outlet
