// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/report/report_chart.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <algorithm>

#include "desktop/charts/bar_painter.h"
#include "desktop/charts/bar_words.h"
#include "desktop/report/report_ink.h"

namespace outlet {

using namespace report;

namespace {

constexpr qreal kGutter = 58;
constexpr qreal kBelow = 22;
constexpr qreal kNotchHeight = 5;
constexpr double kLeastKwh = 0.01;

} // namespace

void drawReportNotch(QPainter &painter, const QRectF &box)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(kText2);
    const qreal bottom = box.center().y() + kNotchHeight / 2;
    painter.drawPolygon(QPolygonF({{box.center().x() - 5, bottom - kNotchHeight},
                                   {box.center().x() + 5, bottom - kNotchHeight},
                                   {box.center().x(), bottom}}));
}

void drawReportChart(QPainter &painter, const QRectF &box, const MonthReport &report)
{
    const BarData &data = report.days;
    const QRectF plot = box.adjusted(kGutter, 4, 0, -kBelow);
    QList<BarAmount> totals(data.buckets.size());
    for (const BarSeries &series : data.series) {
        for (qsizetype i = 0; i < std::min(totals.size(), series.values.size()); ++i)
            totals[i].add(series.values.at(i));
    }
    double peak = 0;
    for (const BarAmount &total : std::as_const(totals))
        peak = std::max(peak, barHeight(total, false).value_or(0));
    // Room for a notch above the highest bar.
    const double top = ValueAxis::topFor(peak * 1.06, kLeastKwh);
    const auto y = [&](double value) { return plot.bottom() - plot.height() * value / top; };

    for (const AxisLine &each : BarWords::lines(top, false, data.currency)) {
        painter.setPen(QPen(kOutline, 1));
        painter.drawLine(QPointF(plot.left(), y(each.watts)), QPointF(plot.right(), y(each.watts)));
        line(painter, {box.left(), y(each.watts) - 9, kGutter - 10, 18}, each.label, font(12),
             kText2, Qt::AlignRight | Qt::AlignVCenter);
    }
    for (const BarTick &tick : BarWords::ticks(data, plot.width())) {
        const QRectF slot = BarPainter::slot(plot, data.buckets.size(), tick.bucket);
        line(painter, {slot.center().x() - 20, plot.bottom() + 4, 40, 18}, tick.label, font(12),
             kText2, Qt::AlignHCenter | Qt::AlignVCenter);
    }

    const auto count = static_cast<int>(data.series.size());
    for (qsizetype i = 0; i < data.buckets.size(); ++i) {
        const QRectF bar = BarPainter::bar(BarPainter::slot(plot, data.buckets.size(), i));
        const double whole = barHeight(totals.at(i), false).value_or(0);
        if (whole > 0) {
            QPainterPath outline;
            const QRectF outer(bar.left(), y(whole), bar.width(), plot.bottom() - y(whole));
            // Rounded above only: the lower corners lie under the plot.
            outline.addRoundedRect(outer.adjusted(0, 0, 0, BarPainter::kRadius),
                                   BarPainter::kRadius, BarPainter::kRadius);
            painter.save();
            painter.setClipRect(plot, Qt::IntersectClip);
            painter.setClipPath(outline, Qt::IntersectClip);
            double below = 0;
            for (int r = 0; r < count; ++r) {
                const double value =
                    barHeight(data.series.at(r).values.value(i), false).value_or(0);
                if (value <= 0)
                    continue;
                const qreal lower = y(below);
                below += value;
                const bool isTop = below >= whole * (1 - 1e-9);
                const qreal upper = isTop ? outer.top() : y(below);
                const qreal gap = isTop ? 0 : std::min(BarPainter::kPartGap, (lower - upper) / 2);
                fillRate(painter, {bar.left(), upper + gap, bar.width(), lower - upper - gap}, r,
                         count);
            }
            painter.restore();
        }
        if (data.buckets.at(i).missingMs >= kNotableMissingMs && !data.buckets.at(i).isFuture)
            drawReportNotch(painter, QRectF(bar.left(), y(whole) - 11, bar.width(), 10));
    }
}

} // namespace outlet
