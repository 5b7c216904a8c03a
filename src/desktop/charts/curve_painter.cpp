// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/curve_painter.h"

#include <QtGui/QPainter>
#include <algorithm>

namespace outlet {

namespace {

/// Points drawn at a time: Qt's rasteriser takes far more than twice as long for twice as many.
/// Neighbouring parts share a point. Tried with one noisy year, band and line together: 24 took
/// nearly twice as long as 8, and between 3 and 8 it made no odds.
constexpr qsizetype kPart = 8;

} // namespace

CurvePainter::CurvePainter(QPainter &painter, const Curve &curve, const QRectF &plot,
                           double topWatts)
    : m_painter(painter)
    , m_curve(curve)
    , m_plot(plot)
    , m_topWatts(topWatts)
{
}

qreal CurvePainter::x(double utcMs) const
{
    const auto span = static_cast<double>(std::max<qint64>(m_curve.range.length(), 1));
    return m_plot.left() +
           m_plot.width() * (utcMs - static_cast<double>(m_curve.range.fromMs)) / span;
}

qreal CurvePainter::y(double watts) const
{
    return m_plot.bottom() - m_plot.height() * std::clamp(watts / m_topWatts, 0.0, 1.0);
}

void CurvePainter::fillGaps(const QColor &color) const
{
    for (const CurveSpan &gap : m_curve.gaps) {
        const qreal left = x(static_cast<double>(gap.fromMs));
        const qreal right = x(static_cast<double>(gap.toMs));
        m_painter.fillRect(QRectF(left, m_plot.top(), right - left, m_plot.height()), color);
    }
}

void CurvePainter::fillArea(const QColor &color) const
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color);
    for (const auto &piece : m_curve.pieces) {
        QPolygonF area;
        area << QPointF(x(piece.first().utcMs), m_plot.bottom());
        for (const PlotPoint &point : piece)
            area << QPointF(x(point.utcMs), y(point.meanWatts));
        area << QPointF(x(piece.last().utcMs), m_plot.bottom());
        m_painter.drawPolygon(area);
    }
}

void CurvePainter::fillBand(const QColor &color) const
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color);
    // Blending is spread over threads by Qt, for each part anew; to wake them and to wait for them
    // takes longer than to fill it, and far longer when the processor is busy.
    const bool isReplacing = m_painter.opacity() >= 1;
    // Parts that replace may overlap, and then show no seams.
    const qsizetype step = isReplacing ? kPart - 2 : kPart - 1;
    if (isReplacing)
        m_painter.setCompositionMode(QPainter::CompositionMode_Source);
    for (const auto &piece : m_curve.pieces) {
        const bool several = std::any_of(piece.begin(), piece.end(),
                                         [](const PlotPoint &point) { return point.readings > 1; });
        if (!several)
            continue;
        for (qsizetype from = 0; from + 1 < piece.size(); from += step) {
            const qsizetype end = std::min(from + kPart, piece.size());
            QPolygonF band;
            for (qsizetype i = from; i < end; ++i)
                band << QPointF(x(piece.at(i).utcMs), y(piece.at(i).highWatts));
            for (qsizetype i = end - 1; i >= from; --i)
                band << QPointF(x(piece.at(i).utcMs), y(piece.at(i).lowWatts));
            m_painter.drawPolygon(band);
        }
    }
    if (isReplacing)
        m_painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
}

void CurvePainter::drawLine(const QColor &color) const
{
    // Straight joins, as the design has them; round ones are a curve each, and take longer than the
    // rest of the line. Square ends close the seams between parts.
    QPen pen(color, kLineWidth);
    pen.setCapStyle(Qt::SquareCap);
    pen.setJoinStyle(Qt::MiterJoin);
    m_painter.setPen(pen);
    for (const auto &piece : m_curve.pieces) {
        QPolygonF line;
        line.reserve(piece.size());
        for (const PlotPoint &point : piece)
            line << QPointF(x(point.utcMs), y(point.meanWatts));
        if (line.size() == 1) {
            pen.setCapStyle(Qt::RoundCap);
            m_painter.setPen(pen);
            m_painter.drawPoint(line.first());
            pen.setCapStyle(Qt::SquareCap);
            m_painter.setPen(pen);
        }
        for (qsizetype from = 0; from + 1 < line.size(); from += kPart - 1) {
            const auto count = static_cast<int>(std::min(kPart, line.size() - from));
            m_painter.drawPolyline(line.constData() + from, count);
        }
    }
}

void CurvePainter::drawEndDot(const QColor &color) const
{
    if (m_curve.pieces.isEmpty())
        return;
    const PlotPoint &last = m_curve.pieces.last().last();
    if (!m_curve.gaps.isEmpty() && static_cast<double>(m_curve.gaps.last().fromMs) >= last.utcMs)
        return;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color);
    m_painter.drawEllipse(QPointF(x(last.utcMs), y(last.meanWatts)), kDotRadius, kDotRadius);
}

void CurvePainter::drawStrip(const QRectF &strip, const QColor &onColor,
                             const QColor &gapColor) const
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(onColor);
    const qreal radius = strip.height() / 2;
    for (const CurveSpan &on : m_curve.on) {
        const qreal left = x(static_cast<double>(on.fromMs));
        const qreal right = x(static_cast<double>(on.toMs));
        m_painter.drawRoundedRect(
            QRectF(left, strip.top(), std::max(right - left, strip.height()), strip.height()),
            radius, radius);
    }
    m_painter.setBrush(gapColor);
    constexpr qreal dot = 1.25;
    for (const CurveSpan &gap : m_curve.gaps) {
        const qreal right = x(static_cast<double>(gap.toMs));
        for (qreal at = x(static_cast<double>(gap.fromMs)) + 4; at < right - 2; at += 5)
            m_painter.drawEllipse(QPointF(at, strip.center().y()), dot, dot);
    }
}

} // namespace outlet
