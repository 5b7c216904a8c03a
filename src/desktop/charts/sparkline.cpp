// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/sparkline.h"

#include <QtGui/QPainter>
#include <cmath>

#include "desktop/charts/curve_painter.h"

namespace outlet {

namespace {

constexpr float kFillAlpha = 0.13f;
constexpr double kLeastTopWatts = 10; // the noise of an idle outlet stays flat
constexpr double kHeadroom = 1.05;

} // namespace

Sparkline::Sparkline(QQuickItem *parent)
    : SeriesItem(std::chrono::seconds(1), parent)
{
    connect(this, &SeriesItem::lineColorChanged, this, [this] {
        if (!m_fillColor.isValid())
            Q_EMIT fillColorChanged();
    });
}

QColor Sparkline::fillColor() const
{
    if (m_fillColor.isValid())
        return m_fillColor;
    QColor color = lineColor();
    color.setAlphaF(kFillAlpha * color.alphaF());
    return color;
}

void Sparkline::setFillColor(const QColor &color)
{
    if (setLook(m_fillColor, color))
        Q_EMIT fillColorChanged();
}

void Sparkline::setOffline(bool offline)
{
    if (setLook(m_offline, offline))
        Q_EMIT offlineChanged();
}

void Sparkline::layOut()
{
    m_curve = {};
    if (!series() || series()->points().isEmpty())
        return;
    const qint64 end = series()->points().last().utcMs;
    const qint64 span = qint64(spanSeconds()) * 1000;
    const auto pixels = static_cast<qint64>(std::ceil(width() / hairline()));
    m_curve = makeCurve(series()->points(), {end - span, end}, span / std::max<qint64>(pixels, 1));
}

void Sparkline::paint(QPainter &painter) const
{
    constexpr qreal dot = CurvePainter::kDotRadius;
    const QRectF plot(0, dot, width() - dot, height() - 2 * dot);
    if (m_offline) {
        const qreal middle = plot.left() + plot.width() * 0.42;
        QPen pen(lineColor(), CurvePainter::kLineWidth);
        painter.setPen(pen);
        painter.drawLine(QPointF(plot.left(), plot.bottom()), QPointF(middle, plot.bottom()));
        pen.setDashPattern({2, 2});
        painter.setPen(pen);
        painter.drawLine(QPointF(middle + 2 * CurvePainter::kLineWidth, plot.bottom()),
                         QPointF(plot.right(), plot.bottom()));
        return;
    }
    painter.setClipRect(QRectF(0, 0, width(), height()));
    const double top = std::max(kLeastTopWatts, m_curve.peakWatts * kHeadroom);
    const CurvePainter curve(painter, m_curve, plot, top);
    curve.fillArea(fillColor());
    curve.drawLine(lineColor());
    curve.drawEndDot(lineColor());
}

} // namespace outlet
