// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/history_curve.h"

#include <algorithm>
#include <limits>
#include <map>

namespace outlet {

namespace {

CurveSpan cut(const TimeRange &range, const CurveSpan &window)
{
    return {std::max(range.startUtcMs, window.fromMs), std::min(range.endUtcMs, window.toMs)};
}

bool isAway(StateSpan::State state)
{
    return state == StateSpan::State::Offline || state == StateSpan::State::NotRecording;
}

/// Makes a curve out of the points of one answer.
class HistoryCurveBuilder
{
public:
    HistoryCurveBuilder(const CurveAnswer &answer, const CurveSpan &window, qint64 columnMs)
        : m_answer(answer)
        , m_columnMs(answer.bucketMs == 0 ? std::max<qint64>(columnMs, 1) : 1)
    {
        m_curve.range = window;
    }

    Curve make()
    {
        for (const CurvePoint &point : m_answer.points)
            add(point);
        endColumn();
        endPiece();
        // What is not heard of yet is no gap until three reports are missing.
        const qint64 end = std::min(m_answer.asOfUtcMs, m_answer.range.endUtcMs);
        const qint64 from = m_knownUntil.value_or(beginning());
        if (end - from > std::max<qint64>(kLongestJoinMs, 2 * m_answer.bucketMs))
            addGap(from, end);
        addStates();
        if (m_weight > 0)
            m_curve.averageWatts /= m_weight;
        return std::move(m_curve);
    }

private:
    /// Before the outlet's first data nothing is missing.
    [[nodiscard]] qint64 beginning() const
    {
        const qint64 first = m_answer.firstUtcMs.value_or(m_answer.range.endUtcMs);
        return std::max(first, m_answer.range.startUtcMs);
    }

    void add(const CurvePoint &point)
    {
        if (point.afterGap) {
            endColumn();
            endPiece();
            addGap(m_knownUntil.value_or(beginning()), point.startUtcMs);
        }
        m_knownUntil = point.startUtcMs + point.lengthMs;
        const qint64 time = point.startUtcMs + point.lengthMs / 2;
        const qint64 column = time / m_columnMs;
        if (m_point.readings > 0 && (m_answer.bucketMs > 0 || column != m_column))
            endColumn();
        m_column = column;
        if (m_point.readings == 0) {
            m_point = {static_cast<double>(time), point.averageWatts, point.minWatts,
                       point.maxWatts, point.maxWatts > point.minWatts ? 2 : 1};
        } else {
            const int count = ++m_point.readings;
            m_point.utcMs += (static_cast<double>(time) - m_point.utcMs) / count;
            m_point.meanWatts += (point.averageWatts - m_point.meanWatts) / count;
            m_point.lowWatts = std::min(m_point.lowWatts, double(point.minWatts));
            m_point.highWatts = std::max(m_point.highWatts, double(point.maxWatts));
        }
    }

    void endColumn()
    {
        if (m_point.readings == 0)
            return;
        const PlotPoint point = std::exchange(m_point, {});
        const auto from = static_cast<double>(m_curve.range.fromMs);
        const auto to = static_cast<double>(m_curve.range.toMs);
        // One point beyond each edge, so that the line enters and leaves.
        if (point.utcMs < from) {
            m_piece = {point};
            return;
        }
        const bool isBeyond = point.utcMs > to;
        if (isBeyond && (m_piece.isEmpty() || m_piece.constLast().utcMs > to))
            return;
        m_piece.append(point);
        if (!isBeyond)
            count(point);
    }

    void count(const PlotPoint &point)
    {
        const bool isFirst = m_curve.readings == 0;
        m_curve.peakWatts =
            isFirst ? point.highWatts : std::max(m_curve.peakWatts, point.highWatts);
        m_curve.lowWatts = isFirst ? point.lowWatts : std::min(m_curve.lowWatts, point.lowWatts);
        m_curve.readings += point.readings;
        m_curve.averageWatts += point.meanWatts;
        ++m_weight;
    }

    void endPiece()
    {
        const bool isSeen = !m_piece.isEmpty() &&
                            m_piece.constLast().utcMs >= static_cast<double>(m_curve.range.fromMs);
        if (isSeen)
            m_curve.pieces.append(m_piece);
        m_piece.clear();
    }

    void addGap(qint64 fromMs, qint64 toMs)
    {
        if (m_answer.firstUtcMs && fromMs < *m_answer.firstUtcMs)
            fromMs = std::min(*m_answer.firstUtcMs, toMs);
        TimeRange gap{fromMs, toMs};
        if (gap.isEmpty())
            return;
        // A bucket in which the outlet went away is known in part.
        for (const StateSpan &state : m_answer.states) {
            const bool touches =
                state.range.startUtcMs < gap.endUtcMs && state.range.endUtcMs > gap.startUtcMs;
            if (!touches || !isAway(state.state))
                continue;
            const qint64 slack = m_answer.bucketMs;
            if (state.range.startUtcMs >= gap.startUtcMs - slack)
                gap.startUtcMs = std::min(gap.startUtcMs, state.range.startUtcMs);
            if (state.range.endUtcMs <= gap.endUtcMs + slack)
                gap.endUtcMs = std::max(gap.endUtcMs, state.range.endUtcMs);
        }
        const CurveSpan span = cut(gap, m_curve.range);
        if (span.length() <= 0)
            return;
        m_curve.gaps.append(span);
        m_curve.notRecorded.append(isNotRecorded(gap));
    }

    /// Whether it was this program that was away, most of the time.
    [[nodiscard]] bool isNotRecorded(const TimeRange &gap) const
    {
        qint64 without = 0;
        for (const StateSpan &state : m_answer.states) {
            if (state.state == StateSpan::State::NotRecording)
                without +=
                    std::max<qint64>(0, std::min(gap.endUtcMs, state.range.endUtcMs) -
                                            std::max(gap.startUtcMs, state.range.startUtcMs));
        }
        return without * 2 > gap.lengthMs();
    }

    void addStates()
    {
        for (const StateSpan &state : m_answer.states) {
            const CurveSpan span = cut(state.range, m_curve.range);
            if (state.state != StateSpan::State::On || span.length() <= 0)
                continue;
            if (!m_curve.on.isEmpty() && m_curve.on.constLast().toMs == span.fromMs)
                m_curve.on.last().toMs = span.toMs;
            else
                m_curve.on.append(span);
        }
    }

    const CurveAnswer &m_answer;
    const qint64 m_columnMs;
    Curve m_curve;
    qint64 m_column = 0;
    PlotPoint m_point;
    QList<PlotPoint> m_piece;
    std::optional<qint64> m_knownUntil;
    double m_weight = 0;
};

} // namespace

Curve makeCurve(const CurveAnswer &answer, const CurveSpan &window, qint64 columnMs)
{
    return HistoryCurveBuilder(answer, window, columnMs).make();
}

QList<LivePoint> livePoints(const CurveAnswer &answer, qint64 untilMs)
{
    QList<LivePoint> points;
    qsizetype next = 0;
    const QList<StateSpan> &states = answer.states;
    for (const CurvePoint &point : answer.points) {
        if (point.startUtcMs >= untilMs)
            break;
        if (point.afterGap && !points.isEmpty())
            points.append({points.constLast().utcMs + 1, std::nullopt, std::nullopt});
        while (next < states.size() && states.at(next).range.endUtcMs <= point.startUtcMs)
            ++next;
        std::optional<bool> isOn;
        if (next < states.size() && !isAway(states.at(next).state))
            isOn = states.at(next).state == StateSpan::State::On;
        points.append({point.startUtcMs + point.lengthMs / 2, point.averageWatts, isOn});
    }
    return points;
}

Curve shifted(Curve curve, qint64 byMs)
{
    const auto move = [byMs](CurveSpan &span) {
        span.fromMs += byMs;
        span.toMs += byMs;
    };
    move(curve.range);
    for (auto &piece : curve.pieces) {
        for (PlotPoint &point : piece)
            point.utcMs += static_cast<double>(byMs);
    }
    std::for_each(curve.gaps.begin(), curve.gaps.end(), move);
    std::for_each(curve.on.begin(), curve.on.end(), move);
    return curve;
}

Curve sum(const QList<Curve> &curves)
{
    Curve total;
    std::map<double, PlotPoint> points;
    for (const Curve &curve : curves) {
        total.range = curve.range;
        total.averageWatts += curve.averageWatts;
        total.readings += curve.readings;
        for (const auto &piece : curve.pieces) {
            for (const PlotPoint &point : piece) {
                PlotPoint &at = points[point.utcMs];
                at.utcMs = point.utcMs;
                at.meanWatts += point.meanWatts;
                at.readings = 1; // no band: lows and highs of several need not fall together
            }
        }
    }
    double step = std::numeric_limits<double>::max();
    for (auto at = points.begin(); at != points.end() && std::next(at) != points.end(); ++at)
        step = std::min(step, std::next(at)->first - at->first);
    for (auto &[time, point] : points) {
        point.lowWatts = point.highWatts = point.meanWatts;
        const bool isFirst = total.pieces.isEmpty();
        total.peakWatts = isFirst ? point.meanWatts : std::max(total.peakWatts, point.meanWatts);
        total.lowWatts = isFirst ? point.meanWatts : std::min(total.lowWatts, point.meanWatts);
        // Where nothing is known of any of them, the line breaks.
        if (isFirst || time - total.pieces.constLast().constLast().utcMs > 1.5 * step)
            total.pieces.append(QList<PlotPoint>());
        total.pieces.last().append(point);
    }
    return total;
}

} // namespace outlet
