// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/curve.h"

#include <algorithm>

namespace outlet {

namespace {

/// Builds a curve point by point.
class CurveBuilder
{
public:
    CurveBuilder(const CurveSpan &range, qint64 bucketMs)
        : m_bucketMs(std::max<qint64>(bucketMs, 1))
    {
        m_curve.range = range;
    }

    void add(const LivePoint &point)
    {
        extendOn(point);
        if (!point.watts) {
            if (!m_gapFrom)
                m_gapFrom = m_lastMs.value_or(point.utcMs);
            breakLine();
            return;
        }
        if (!m_gapFrom && m_lastMs && point.utcMs - *m_lastMs > kLongestJoinMs)
            m_gapFrom = *m_lastMs;
        if (m_gapFrom) {
            breakLine();
            addGap(*m_gapFrom, point.utcMs);
            m_gapFrom.reset();
        }
        addReading(point.utcMs, *point.watts);
    }

    Curve finish()
    {
        const qint64 end = m_curve.range.toMs;
        if (!m_gapFrom && m_lastMs && end - *m_lastMs > kLongestJoinMs)
            m_gapFrom = *m_lastMs;
        breakLine();
        if (m_gapFrom)
            addGap(*m_gapFrom, end);
        if (m_onFrom)
            addOn(*m_onFrom, m_gapFrom ? m_lastMs.value_or(*m_onFrom) : end);
        if (m_joinedMs > 0)
            m_curve.averageWatts = m_wattMs / m_joinedMs;
        else if (m_curve.readings > 0)
            m_curve.averageWatts = m_sumWatts / m_curve.readings;
        return std::move(m_curve);
    }

private:
    void extendOn(const LivePoint &point)
    {
        const bool joined = m_lastMs && !m_gapFrom && point.utcMs - *m_lastMs <= kLongestJoinMs;
        if (m_onFrom && (!joined || !point.watts || point.on != true)) {
            addOn(*m_onFrom, joined && point.watts ? point.utcMs : m_lastMs.value_or(point.utcMs));
            m_onFrom.reset();
        }
        if (!m_onFrom && point.watts && point.on == true)
            m_onFrom = point.utcMs;
    }

    void addReading(qint64 utcMs, double watts)
    {
        if (utcMs >= m_curve.range.fromMs)
            count(utcMs, watts);
        const qint64 bucket = utcMs / m_bucketMs;
        if (m_point.readings > 0 && bucket != m_bucket)
            endBucket();
        if (m_point.readings == 0)
            m_point = {0, 0, watts, watts, 0};
        m_bucket = bucket;
        ++m_point.readings;
        // Running means: sums of milliseconds since 1970 would lose digits.
        m_point.utcMs += (static_cast<double>(utcMs) - m_point.utcMs) / m_point.readings;
        m_point.meanWatts += (watts - m_point.meanWatts) / m_point.readings;
        m_point.lowWatts = std::min(m_point.lowWatts, watts);
        m_point.highWatts = std::max(m_point.highWatts, watts);
        m_lastMs = utcMs;
        m_lastWatts = watts;
    }

    void count(qint64 utcMs, double watts)
    {
        Curve &curve = m_curve;
        curve.peakWatts = curve.readings == 0 ? watts : std::max(curve.peakWatts, watts);
        curve.lowWatts = curve.readings == 0 ? watts : std::min(curve.lowWatts, watts);
        ++curve.readings;
        m_sumWatts += watts;
        // What is between two readings lies halfway; before the range it is not counted.
        if (!m_piece.isEmpty() || m_point.readings > 0) {
            if (*m_lastMs < curve.range.fromMs)
                return;
            const auto span = static_cast<double>(utcMs - *m_lastMs);
            m_wattMs += (watts + m_lastWatts) / 2 * span;
            m_joinedMs += span;
        }
    }

    void endBucket()
    {
        if (m_point.readings > 0)
            m_piece.append(m_point);
        m_point = {};
    }

    void breakLine()
    {
        endBucket();
        // A lone point before the range would be drawn nowhere.
        const bool seen =
            !m_piece.isEmpty() && m_piece.last().utcMs >= static_cast<double>(m_curve.range.fromMs);
        if (seen)
            m_curve.pieces.append(m_piece);
        m_piece.clear();
    }

    void addGap(qint64 fromMs, qint64 toMs) { addSpan(m_curve.gaps, fromMs, toMs); }
    void addOn(qint64 fromMs, qint64 toMs) { addSpan(m_curve.on, fromMs, toMs); }

    void addSpan(QList<CurveSpan> &spans, qint64 fromMs, qint64 toMs) const
    {
        const CurveSpan span{std::max(fromMs, m_curve.range.fromMs),
                             std::min(toMs, m_curve.range.toMs)};
        if (span.length() > 0)
            spans.append(span);
    }

    Curve m_curve;
    qint64 m_bucketMs;
    qint64 m_bucket = 0;
    PlotPoint m_point;
    QList<PlotPoint> m_piece;
    std::optional<qint64> m_lastMs; ///< of the last reading
    double m_lastWatts = 0;
    std::optional<qint64> m_gapFrom;
    std::optional<qint64> m_onFrom;
    double m_wattMs = 0;
    double m_joinedMs = 0;
    double m_sumWatts = 0;
};

} // namespace

QList<PlotPoint> Curve::points() const
{
    QList<PlotPoint> all;
    for (const auto &piece : pieces) {
        for (const PlotPoint &point : piece) {
            if (point.utcMs >= static_cast<double>(range.fromMs))
                all.append(point);
        }
    }
    return all;
}

Curve makeCurve(const QList<LivePoint> &points, const CurveSpan &range, qint64 bucketMs)
{
    CurveBuilder builder(range, bucketMs);
    auto first = std::lower_bound(points.begin(), points.end(), range.fromMs,
                                  [](const LivePoint &p, qint64 ms) { return p.utcMs < ms; });
    if (first != points.begin())
        --first;
    for (; first != points.end() && first->utcMs <= range.toMs; ++first)
        builder.add(*first);
    return builder.finish();
}

} // namespace outlet
