// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/bar_painter.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <algorithm>

namespace outlet {

namespace {

constexpr qreal kCurrentOpacity = 0.45;
constexpr qreal kSteppedBack = 0.3;
constexpr qint64 kNotableMs = 60'000;

/// A bar with a rounded top.
QPainterPath rounded(const QRectF &bar)
{
    const qreal radius = std::min({BarPainter::kRadius, bar.width() / 2, bar.height()});
    QPainterPath path;
    path.moveTo(bar.bottomLeft());
    path.lineTo(bar.left(), bar.top() + radius);
    path.quadTo(bar.topLeft(), {bar.left() + radius, bar.top()});
    path.lineTo(bar.right() - radius, bar.top());
    path.quadTo(bar.topRight(), {bar.right(), bar.top() + radius});
    path.lineTo(bar.bottomRight());
    path.closeSubpath();
    return path;
}

} // namespace

BarPainter::BarPainter(QPainter &painter, const BarData &data, const BarStack &stack,
                       const QRectF &plot, double top, bool byCost)
    : m_painter(painter)
    , m_data(data)
    , m_stack(stack)
    , m_plot(plot)
    , m_top(top)
    , m_byCost(byCost)
{
}

QRectF BarPainter::slot(const QRectF &plot, qsizetype count, qsizetype bucket)
{
    const qreal width = plot.width() / static_cast<qreal>(std::max<qsizetype>(count, 1));
    return {plot.left() + width * static_cast<qreal>(bucket), plot.top(), width, plot.height()};
}

QRectF BarPainter::bar(const QRectF &slot)
{
    constexpr qreal kMostWidth = 64;
    // Where there is little room most of it is for the bar.
    qreal gap = std::min(kGap, slot.width() * 0.2);
    gap = std::max(gap, (slot.width() - kMostWidth) / 2);
    return slot.adjusted(gap, 0, -gap, 0);
}

qreal BarPainter::y(double value) const
{
    return m_plot.bottom() - m_plot.height() * std::clamp(value / m_top, 0.0, 1.0);
}

void BarPainter::drawProjected(const BarLooks &looks, qreal pixel) const
{
    m_painter.setPen(QPen(looks.outline, pixel));
    m_painter.setBrush(looks.projected);
    for (qsizetype i = 0; i < m_data.buckets.size(); ++i) {
        const auto value = barHeight(m_data.buckets.at(i).projected, m_byCost);
        if (!value || *value <= 0)
            continue;
        QRectF bar = BarPainter::bar(slot(m_plot, m_data.buckets.size(), i));
        bar.setTop(std::min(y(*value), m_plot.bottom() - 1));
        const qreal half = pixel / 2;
        m_painter.drawPath(rounded(bar.adjusted(half, half, -half, 0)));
    }
}

void BarPainter::drawBars(const BarLooks &looks, const QString &emphasised) const
{
    m_painter.setPen(Qt::NoPen);
    const bool emphasises =
        std::any_of(m_stack.parts.begin(), m_stack.parts.end(),
                    [&](const BarPart &part) { return !part.hidden && part.key == emphasised; });
    for (qsizetype i = 0; i < m_data.buckets.size(); ++i) {
        const BarBucket &bucket = m_data.buckets.at(i);
        const QRectF bar = BarPainter::bar(slot(m_plot, m_data.buckets.size(), i));
        const auto whole = barHeight(m_stack.totals.at(i), m_byCost);
        if (bucket.isFuture || !whole || *whole <= 0)
            continue;
        QRectF outer = bar;
        outer.setTop(std::min(y(*whole), m_plot.bottom() - 1));
        m_painter.save();
        m_painter.setClipPath(rounded(outer), Qt::IntersectClip);
        double below = 0;
        for (const BarPart &part : m_stack.parts) {
            const auto value = barHeight(part.values.at(i), m_byCost);
            if (part.hidden || !value || *value <= 0)
                continue;
            // Of the gap each part gives up its upper end, the topmost one nothing.
            const qreal lower = below == 0 ? outer.bottom() : y(below);
            below += *value;
            const qreal upper = below >= *whole * (1 - 1e-9) ? outer.top() : y(below);
            const bool topmost = upper <= outer.top() + 0.01;
            const qreal gap = topmost ? 0 : std::min(kPartGap, (lower - upper) / 2);
            QColor color = part.color >= 1 && part.color <= looks.series.size()
                               ? looks.series.at(part.color - 1)
                               : looks.accent;
            qreal opacity = bucket.isCurrent ? kCurrentOpacity : 1;
            if (emphasises && part.key != emphasised)
                opacity *= kSteppedBack;
            color.setAlphaF(static_cast<float>(opacity * color.alphaF()));
            m_painter.fillRect(
                QRectF(outer.left(), upper + gap, outer.width(), lower - upper - gap), color);
        }
        m_painter.restore();
    }
}

void BarPainter::drawNotches(const BarLooks &looks) const
{
    constexpr qreal kWide = 8;
    constexpr qreal kHigh = 5;
    constexpr qreal kAir = 3;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(looks.mark);
    for (qsizetype i = 0; i < m_data.buckets.size(); ++i) {
        const BarBucket &bucket = m_data.buckets.at(i);
        if (bucket.missingMs < kNotableMs || bucket.isFuture)
            continue;
        const QRectF slot = BarPainter::slot(m_plot, m_data.buckets.size(), i);
        const qreal half = std::min(kWide, slot.width() - 1) / 2;
        const qreal x = slot.center().x();
        const double value = barHeight(m_stack.totals.at(i), m_byCost).value_or(0);
        const qreal tip = std::max(y(value) - kAir, m_plot.top() + kHigh);
        m_painter.drawPolygon(
            QPolygonF({{x - half, tip - kHigh}, {x + half, tip - kHigh}, {x, tip}}));
    }
}

void BarPainter::drawFrame(qsizetype bucket, const BarLooks &looks) const
{
    constexpr qreal kWidth = 1.5;
    constexpr qreal kRound = 4;
    const QRectF bar = BarPainter::bar(slot(m_plot, m_data.buckets.size(), bucket));
    const qreal out = std::min<qreal>(3, bar.left() - m_plot.left());
    m_painter.setPen(QPen(looks.mark, kWidth));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRoundedRect(
        QRectF(bar.left() - out, m_plot.top(), bar.width() + 2 * out, m_plot.height())
            .adjusted(kWidth / 2, kWidth / 2, -kWidth / 2, -kWidth / 2),
        kRound, kRound);
}

} // namespace outlet
