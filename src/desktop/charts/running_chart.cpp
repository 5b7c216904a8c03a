// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/running_chart.h"

#include <QtCore/QVariantMap>
#include <QtGui/QPainter>
#include <algorithm>
#include <cmath>

#include "desktop/charts/bar_words.h"
#include "desktop/format.h"

namespace outlet {

namespace {

constexpr qreal kLineWidth = 2;
constexpr qreal kBeforeWidth = 1.5;
constexpr qreal kDotRadius = 4;
constexpr qreal kDimmedOpacity = 0.4;
constexpr qreal kLabelHeight = 20; // the ends' labels are kept this far apart

QVariantMap tick(double position, const QString &label)
{
    return {{QStringLiteral("pos"), position}, {QStringLiteral("label"), label}};
}

} // namespace

RunningChart::RunningChart(QQuickItem *parent)
    : PictureItem(parent)
{
}

RunningChart::~RunningChart() = default;

void RunningChart::setSource(RunningSource *source)
{
    if (source == m_source)
        return;
    if (m_source)
        m_source->disconnect(this);
    m_source = source;
    if (source) {
        connect(source, &RunningSource::changed, this, &RunningChart::takeData);
        connect(source, &QObject::destroyed, this, &RunningChart::takeData);
    }
    takeData();
    Q_EMIT sourceChanged();
}

void RunningChart::setColor(QColor &member, const QColor &color)
{
    if (setLook(member, color))
        Q_EMIT looksChanged();
}

void RunningChart::setDimmed(bool dimmed)
{
    if (setLook(m_dimmed, dimmed))
        Q_EMIT looksChanged();
}

void RunningChart::takeData()
{
    m_data = m_source ? m_source->data() : RunningData();
    double peak = m_data.end.value_or(0);
    for (const auto *line : {&m_data.now, &m_data.before}) {
        if (!line->isEmpty())
            peak = std::max(peak, line->constLast().value);
    }
    m_top = ValueAxis::topFor(peak, BarWords::leastTop(m_data.byCost));
    refresh();
    Q_EMIT contentChanged();
    Q_EMIT placesChanged();
}

void RunningChart::layOut()
{
    Q_EMIT placesChanged();
}

QPointF RunningChart::at(const RunningPoint &point) const
{
    return {width() * point.place / std::max(m_data.length, 1),
            height() * (1 - std::clamp(point.value / m_top, 0.0, 1.0))};
}

void RunningChart::paint(QPainter &painter) const
{
    paintGrid(painter, size(), m_top, m_gridColor);
    painter.setOpacity(m_dimmed ? kDimmedOpacity : 1);
    const auto draw = [&](const QList<RunningPoint> &line, const QPen &pen) {
        QPolygonF points;
        for (const RunningPoint &point : line)
            points << at(point);
        painter.setPen(pen);
        painter.drawPolyline(points);
    };
    QPen pen(m_beforeColor, kBeforeWidth);
    pen.setJoinStyle(Qt::RoundJoin);
    draw(m_data.before, pen);
    if (m_data.now.isEmpty())
        return;
    pen.setColor(m_lineColor);
    pen.setWidthF(kLineWidth);
    draw(m_data.now, pen);
    const RunningPoint last = m_data.now.constLast();
    if (!m_data.end)
        return;
    pen.setCapStyle(Qt::RoundCap);
    pen.setDashPattern({0.01, 2.5}); // round caps make dots of it
    draw({last, {static_cast<double>(m_data.length), *m_data.end}}, pen);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_lineColor);
    painter.drawEllipse(at(last), kDotRadius, kDotRadius);
}

QVariantList RunningChart::yTicks() const
{
    QVariantList ticks;
    for (const AxisLine &line : BarWords::lines(m_top, m_data.byCost, m_data.currency))
        ticks.append(tick(1 - line.watts / m_top, line.label));
    return ticks;
}

QString RunningChart::longestYLabel() const
{
    return ValueAxis::longestLabel(BarWords::lines(m_top, m_data.byCost, m_data.currency));
}

QVariantList RunningChart::xTicks() const
{
    QVariantList ticks;
    for (const RunningData::Tick &place : m_data.ticks)
        ticks.append(tick(place.place / std::max(m_data.length, 1), place.label));
    return ticks;
}

QString RunningChart::amount(double value) const
{
    if (m_data.byCost)
        return Format::axisMoney(value, 2, m_data.currency);
    return Format::energy(std::llround(value * 3'600'000)).text();
}

std::optional<double> RunningChart::lastValue() const
{
    if (m_data.end)
        return m_data.end;
    return m_data.now.isEmpty() ? std::nullopt : std::optional(m_data.now.constLast().value);
}

QString RunningChart::beforeText() const
{
    return m_data.before.isEmpty() ? QString() : m_data.beforeName;
}

QString RunningChart::endText() const
{
    const auto value = lastValue();
    return value ? amount(*value) : QString();
}

qreal RunningChart::endPos() const
{
    return 1 - lastValue().value_or(0) / m_top;
}

qreal RunningChart::beforePos() const
{
    if (m_data.before.isEmpty())
        return 0;
    const qreal own = 1 - m_data.before.constLast().value / m_top;
    if (!lastValue() || height() <= 0)
        return own;
    const qreal apart = kLabelHeight / height();
    const qreal other = endPos();
    if (std::abs(own - other) >= apart)
        return own;
    const bool above = own < other;
    const qreal moved = above ? other - apart : other + apart;
    // There is no room above the plot, nor below it.
    return moved < 0 ? other + apart : moved > 1 ? other - apart : moved;
}

QString RunningChart::summaryText() const
{
    QStringList parts;
    if (!m_data.now.isEmpty()) {
        const QString total = amount(m_data.now.constLast().value);
        parts += m_data.isOver ? total : tr("%1 so far").arg(total);
    }
    if (m_data.end)
        parts += tr("%1 expected").arg(amount(*m_data.end));
    if (!m_data.before.isEmpty())
        parts += tr("%1: %2").arg(m_data.beforeName, amount(m_data.before.constLast().value));
    return parts.isEmpty() ? tr("nothing measured") : parts.join(QStringLiteral(", "));
}

} // namespace outlet
