// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "desktop/charts/chart_curves.h"
#include "desktop/charts/history_curve.h"

namespace outlet {

CurveSpan ChartCurves::window() const
{
    if (!m_range)
        return {};
    if (m_range->isLive() && m_face) {
        const qint64 now = m_face->live()->nowMs();
        return {now - TimeWindow::kLiveMs, now};
    }
    const TimeRange range = m_range->window().range;
    return {range.startUtcMs, range.endUtcMs};
}

qint64 ChartCurves::columnMs() const
{
    return std::max<qint64>(window().length() / m_columns, 1);
}

Curve ChartCurves::liveCurve(const Series &series) const
{
    const QList<LivePoint> &memory = series.face->live()->points();
    const CurveSpan span = window();
    // Two points for a column of pixels: narrow ones, too, then show every reading as it came.
    const qint64 step = std::max<qint64>(columnMs() / 2, 1);
    const bool isWhole = !memory.isEmpty() && memory.constFirst().utcMs <= span.fromMs;
    if (isWhole || !series.loader || !series.loader->answer())
        return makeCurve(memory, span, step);
    const qint64 until = memory.isEmpty() ? span.toMs : memory.constFirst().utcMs;
    QList<LivePoint> points = livePoints(*series.loader->answer(), until);
    points += memory;
    return makeCurve(points, span, step);
}

QList<ChartLine> ChartCurves::lines() const
{
    QList<ChartLine> lines;
    const bool isPeriods = m_withBefore && m_series.size() > 1 && m_series.at(1).isBefore;
    for (const Series &series : m_series) {
        if (!series.face)
            continue;
        const qint64 shift = shiftMs(series);
        ChartLine line;
        line.key = series.isBefore ? ChartLine::kBefore : series.face->outletId();
        line.name = series.face->name();
        line.color = series.isBefore ? ChartLines::kSlate : series.face->chartColor();
        if (isPeriods && series.face == m_face) {
            const TimeWindow base = m_range->baseWindow();
            line.name =
                TimeWindow{base.kind, series.isBefore ? m_range->periodBefore() : base.range}.name(
                    m_range->calendar());
        }
        if (m_range->isLive()) {
            line.curve = liveCurve(series);
        } else if (series.loader && series.loader->answer()) {
            const CurveSpan span = window();
            line.curve = shifted(makeCurve(*series.loader->answer(),
                                           {span.fromMs - shift, span.toMs - shift}, columnMs()),
                                 shift);
        } else {
            line.curve.range = window();
        }
        lines.append(line);
    }
    lines = ChartLines::arranged(std::move(lines));
    for (ChartLine &line : lines)
        line.isHidden = lines.size() > 1 && m_hidden.contains(line.key);
    return lines;
}

void ChartCurves::updateLegend(const QList<ChartLine> &lines)
{
    QVariantList legend;
    for (const ChartLine &line : lines) {
        if (lines.size() > 1)
            legend.append(QVariantMap{{QStringLiteral("key"), line.key},
                                      {QStringLiteral("name"), line.name},
                                      {QStringLiteral("color"), line.color}});
    }
    if (legend == m_legend)
        return;
    m_legend = legend;
    Q_EMIT legendChanged();
}

} // namespace outlet
