// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtGui/QFontMetricsF>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <cmath>
#include <numbers>

#include "desktop/charts/curve_painter.h"
#include "desktop/charts/line_labels.h"
#include "desktop/charts/power_chart.h"
#include "desktop/format.h"

namespace outlet {

namespace {

constexpr float kBandAlpha = 0.2f;
constexpr qreal kDimmedOpacity = 0.4;
constexpr qreal kStripHeight = 5;
constexpr qreal kLabelledGap = 20; // narrower gaps have no room for words
constexpr int kCaptionPixels = 12;
constexpr qreal kNameGap = 8; // between a line's end and its name
constexpr qreal kMostNameRoom = 140;
constexpr qreal kNamesFrom = 320; // narrower charts have names in their legend only
constexpr qreal kNameEdge = 2;    // around a name, below which another line may pass

QFont captionFont()
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(kCaptionPixels);
    return font;
}

} // namespace

void PowerChart::paint(QPainter &painter) const
{
    const QRectF area = plot();
    painter.setClipRect(QRectF(0, 0, width(), height()));
    if (m_curves && m_curves->isDimmed())
        painter.setOpacity(kDimmedOpacity);
    const bool isAlone = !hasSeveral();
    const CurvePainter first(painter, main(), area, m_topWatts);
    if (isAlone) {
        QColor band = m_lines.isEmpty() ? m_lineColor : colorOf(m_lines.constFirst());
        band.setAlphaF(kBandAlpha * band.alphaF());
        if (!isLive())
            first.fillBand(band); // on nothing yet, as it wants to be
        first.fillGaps(m_gapColor);
    }
    const qreal opacity = painter.opacity();
    painter.setOpacity(1); // the grid stays while data come
    paintGrid(painter, QSizeF(plotWidth(), plotHeight()), m_topWatts, m_gridColor);
    painter.setOpacity(opacity);
    // The outlet's own line lies on top.
    for (auto line = m_lines.rbegin(); line != m_lines.rend(); ++line) {
        if (line->isHidden)
            continue;
        const CurvePainter curve(painter, line->curve, area, m_topWatts);
        const QColor color = colorOf(*line);
        curve.drawLine(color);
        curve.drawEndDot(color);
    }
    if (isAlone) {
        const QRectF strip(0, height() - kStripHeight - 1, area.width(), kStripHeight);
        first.drawStrip(strip, m_stateColor, m_textColor);
        paintGapLabels(painter, first);
    }
    paintNames(painter);
    painter.setOpacity(1);
    paintCrosshair(painter);
}

void PowerChart::paintGapLabels(QPainter &painter, const CurvePainter &curve) const
{
    const QFont font = captionFont();
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(m_textColor);
    const Curve &shown = main();
    for (qsizetype i = 0; i < shown.gaps.size(); ++i) {
        const CurveSpan &gap = shown.gaps.at(i);
        const qreal left = curve.x(static_cast<double>(gap.fromMs));
        const qreal room = curve.x(static_cast<double>(gap.toMs)) - left;
        if (room <= kLabelledGap)
            continue;
        const QString length = Format::duration(gap.length()).text;
        const QString text = shown.notRecorded.value(i)
                                 ? tr("Outlet was not running %1").arg(length)
                                 : tr("Offline %1").arg(length);
        const qreal wide = metrics.horizontalAdvance(text);
        const qreal center = left + room / 2;
        if (wide + 8 <= room) {
            painter.drawText(QPointF(center - wide / 2, plotHeight() - metrics.descent() - 4),
                             text);
        } else if (wide + 12 <= plotHeight()) {
            painter.save();
            painter.translate(center + (metrics.ascent() - metrics.descent()) / 2,
                              plotHeight() - 6);
            painter.rotate(-90);
            painter.drawText(QPointF(0, 0), text);
            painter.restore();
        }
    }
}

void PowerChart::paintCrosshair(QPainter &painter) const
{
    const PlotPoint *const point = m_crosshair.point();
    const ChartLine *const line = chosen();
    if (!point || !line)
        return;
    const CurvePainter curve(painter, line->curve, plot(), m_topWatts);
    const qreal pixel = hairline();
    const qreal x = curve.x(point->utcMs);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRectF(std::floor(x / pixel) * pixel, 0, pixel, plotHeight()), m_textColor);
    painter.setRenderHint(QPainter::Antialiasing);
    constexpr qreal ring = 4; // with its line a ring 10 wide
    painter.setPen(QPen(colorOf(*line), 2));
    painter.setBrush(m_surfaceColor);
    painter.drawEllipse(QPointF(x, curve.y(point->meanWatts)), ring, ring);
}

qreal PowerChart::nameRoom() const
{
    if (!hasSeveral() || width() < kNamesFrom)
        return 0;
    const QFontMetricsF metrics(captionFont());
    qreal widest = 0;
    for (const ChartLine &line : m_lines)
        widest = std::max(widest, line.isHidden ? 0 : metrics.horizontalAdvance(line.name));
    return std::min({widest + kNameGap, kMostNameRoom, width() / 3});
}

/// The names at the ends of the lines; a name is there for who can't tell the colours.
void PowerChart::paintNames(QPainter &painter) const
{
    if (nameRoom() <= 0)
        return;
    struct Name
    {
        const ChartLine *line;
        qreal x;
    };
    QList<Name> names;
    QList<qreal> wanted;
    for (const ChartLine &line : m_lines) {
        if (line.isHidden || line.curve.pieces.isEmpty())
            continue;
        const CurvePainter curve(painter, line.curve, plot(), m_topWatts);
        const PlotPoint &last = line.curve.pieces.constLast().constLast();
        names.append({&line, std::min(curve.x(last.utcMs), plotWidth()) + kNameGap});
        wanted.append(curve.y(last.meanWatts));
    }
    const QFont font = captionFont();
    const QFontMetricsF metrics(font);
    if (metrics.height() * static_cast<qreal>(names.size()) > plotHeight())
        return; // they would lie on each other; the legend has them, too
    const QList<qreal> places = placeLabels(wanted, metrics.height(), 0, plotHeight());
    painter.setFont(font);
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QString name =
            metrics.elidedText(names.at(i).line->name, Qt::ElideRight, nameRoom() - kNameGap + 1);
        const QPointF place(names.at(i).x, places.at(i) + metrics.ascent() - metrics.height() / 2);
        // An edge hides less of it than a ground would.
        painter.setPen(m_surfaceColor);
        for (int way = 0; way < 8; ++way) {
            const qreal angle = way * std::numbers::pi / 4;
            painter.drawText(place + kNameEdge * QPointF(std::cos(angle), std::sin(angle)), name);
        }
        painter.setPen(m_textColor);
        painter.drawText(place, name);
    }
}

} // namespace outlet
