// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/diagnostics/signal_chart.h"

#include <QtGui/QPainter>
#include <algorithm>

#include "desktop/format.h"

namespace outlet {

namespace {

constexpr qreal kLineWidth = 1.5;
constexpr qreal kDotRadius = 3;

qreal posOf(int dbm)
{
    return qreal(SignalChart::kTopDbm - dbm) / (SignalChart::kTopDbm - SignalChart::kBottomDbm);
}

} // namespace

SignalChart::SignalChart(QQuickItem *parent)
    : LinkPastPicture({5, 0.9}, parent)
{
}

bool SignalChart::isEmpty() const
{
    return past().signal().isEmpty();
}

qreal SignalChart::xOf(qint64 utcMs) const
{
    const TimeRange range = past().range();
    const qint64 inside = std::clamp(utcMs, range.startUtcMs, range.endUtcMs);
    return width() * qreal(inside - range.startUtcMs) /
           qreal(std::max<qint64>(range.lengthMs(), 1));
}

qreal SignalChart::yOf(int dbm) const
{
    return height() * std::clamp(posOf(dbm), 0.0, 1.0);
}

void SignalChart::paint(QPainter &painter) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_gapColor);
    for (const LinkPast::Span &span : past().spans()) {
        if (span.state == LinkPast::State::Offline || span.state == LinkPast::State::NotRunning)
            painter.drawRect(QRectF(QPointF(xOf(span.range.startUtcMs), 0),
                                    QPointF(xOf(span.range.endUtcMs), height())));
    }
    painter.setBrush(m_gridColor);
    for (const int dbm : {-30, -50, -70, -90})
        painter.drawRect(QRectF(0, std::min(yOf(dbm), height() - hairline()), width(), hairline()));
    QPen dots(m_limitColor, 1);
    dots.setDashPattern({1.5, 3.5});
    painter.setPen(dots);
    for (const int dbm : {kGoodFromDbm, kFairFromDbm})
        painter.drawLine(QPointF(0, yOf(dbm)), QPointF(width(), yOf(dbm)));

    painter.setRenderHint(QPainter::Antialiasing);
    QPen line(m_lineColor, kLineWidth);
    line.setJoinStyle(Qt::RoundJoin);
    painter.setPen(line);
    painter.setBrush(Qt::NoBrush);
    QPolygonF points;
    qint64 at = 0;
    for (const SignalSpan &span : past().signal()) {
        if (span.range.startUtcMs != at && !points.isEmpty()) {
            painter.drawPolyline(points);
            points.clear();
        }
        // A value holds until the next one: a step, not a slope that nobody measured.
        points << QPointF(xOf(span.range.startUtcMs), yOf(span.dbm))
               << QPointF(xOf(span.range.endUtcMs), yOf(span.dbm));
        at = span.range.endUtcMs;
    }
    painter.drawPolyline(points);
    if (points.isEmpty() || at < past().range().endUtcMs)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_lineColor);
    painter.drawEllipse(points.constLast() - QPointF(kDotRadius, 0), kDotRadius, kDotRadius);
}

QVariantList SignalChart::yTicks() const
{
    QVariantList ticks;
    for (const int dbm : {-30, -50, -70, -90})
        ticks.append(tick(posOf(dbm), Format::number(dbm, 0)));
    return ticks;
}

QVariantList SignalChart::zones() const
{
    return {tick(posOf(-50), tr("Good")),
            tick(posOf((kGoodFromDbm + kFairFromDbm) / 2), tr("Fair")),
            tick(posOf((kFairFromDbm + kBottomDbm) / 2), tr("Weak"))};
}

} // namespace outlet
