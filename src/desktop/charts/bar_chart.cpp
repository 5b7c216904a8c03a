// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/bar_chart.h"

#include <QtCore/QVariantMap>
#include <QtGui/QPainter>
#include <algorithm>
#include <cmath>

namespace outlet {

namespace {

/// No part is chosen ("Others" has the empty key).
const QString kWhole = QStringLiteral("-");
constexpr qreal kDimmedOpacity = 0.4;

} // namespace

BarChart::BarChart(QQuickItem *parent)
    : PictureItem(parent)
    , m_top(BarWords::leastTop(false))
    , m_part(kWhole)
{
}

BarChart::~BarChart() = default;

void BarChart::setSource(BarSource *source)
{
    if (source == m_source)
        return;
    if (m_source)
        m_source->disconnect(this);
    m_source = source;
    if (source) {
        connect(source, &BarSource::changed, this, &BarChart::takeData);
        connect(source, &QObject::destroyed, this, &BarChart::takeData);
    }
    takeData();
    Q_EMIT sourceChanged();
}

void BarChart::setByCost(bool byCost)
{
    if (byCost == m_byCost)
        return;
    m_byCost = byCost;
    restack();
    Q_EMIT byCostChanged();
}

void BarChart::setUnitless(bool unitless)
{
    if (unitless == m_isUnitless)
        return;
    m_isUnitless = unitless;
    Q_EMIT axisChanged();
}

void BarChart::setTitle(const QString &title)
{
    if (title == m_title)
        return;
    m_title = title;
    Q_EMIT titleChanged();
    Q_EMIT contentChanged();
}

void BarChart::setDimmed(bool dimmed)
{
    if (setLook(m_dimmed, dimmed))
        Q_EMIT dimmedChanged();
}

void BarChart::setSeriesColors(const QList<QColor> &colors)
{
    if (setLook(m_looks.series, colors))
        Q_EMIT looksChanged();
}

void BarChart::setColor(QColor &member, const QColor &color)
{
    if (setLook(member, color))
        Q_EMIT looksChanged();
}

void BarChart::takeData()
{
    const qint64 chosen = startOf(m_current);
    const bool wasChosen = m_current >= 0;
    m_data = m_source ? m_source->data() : BarData();
    // The choice keeps its time.
    m_current = -1;
    for (qsizetype i = 0; wasChosen && i < m_data.buckets.size(); ++i) {
        if (m_data.buckets.at(i).range.startUtcMs == chosen)
            m_current = static_cast<int>(i);
    }
    restack();
}

void BarChart::restack()
{
    m_stack = makeBarStack(m_data, m_byCost, m_hidden);
    updateTip();
    updateLegend();
    refresh();
    Q_EMIT axisChanged();
    Q_EMIT contentChanged();
    Q_EMIT xTicksChanged();
    Q_EMIT currentChanged();
}

/// Only what depends on the size: labels that make room for themselves must not lead back here.
void BarChart::layOut()
{
    const double before = m_top;
    double peak = 0;
    bool notched = false;
    for (qsizetype i = 0; i < m_data.buckets.size(); ++i) {
        const BarBucket &bucket = m_data.buckets.at(i);
        peak = std::max({peak, barHeight(m_stack.totals.at(i), m_byCost).value_or(0),
                         barHeight(bucket.projected, m_byCost).value_or(0)});
        notched = notched || bucket.missingMs > 0;
    }
    const double least = BarWords::leastTop(m_byCost);
    m_top = ValueAxis::topFor(peak, least);
    // A notch above the highest bar needs room; the next round number has it.
    if (notched && (1 - peak / m_top) * height() < BarPainter::kNotchRoom)
        m_top = ValueAxis::topFor(m_top * 1.01, least);
    if (m_top != before)
        Q_EMIT axisChanged();
}

void BarChart::geometryChange(const QRectF &now, const QRectF &before)
{
    PictureItem::geometryChange(now, before);
    if (now.height() != before.height())
        Q_EMIT plotHeightChanged();
    if (now.width() != before.width()) {
        Q_EMIT xTicksChanged();
        Q_EMIT currentChanged();
    }
}

void BarChart::paint(QPainter &painter) const
{
    const qreal pixel = hairline();
    paintGrid(painter, size(), m_top, m_looks.outline);
    const BarPainter bars(painter, m_data, m_stack, plot(), m_top, m_byCost);
    painter.setOpacity(m_dimmed ? kDimmedOpacity : 1);
    bars.drawProjected(m_looks, pixel);
    bars.drawBars(m_looks, m_current >= 0 ? m_part : kWhole);
    bars.drawNotches(m_looks);
    if (m_current >= 0)
        bars.drawFrame(m_current, m_looks);
}

QList<AxisLine> BarChart::lines() const
{
    return BarWords::lines(m_top, m_byCost, m_data.currency, !m_isUnitless);
}

QVariantList BarChart::yTicks() const
{
    QVariantList ticks;
    for (const AxisLine &line : lines())
        ticks.append(QVariantMap{{QStringLiteral("pos"), 1 - line.watts / m_top},
                                 {QStringLiteral("label"), line.label}});
    return ticks;
}

QString BarChart::longestYLabel() const
{
    return ValueAxis::longestLabel(lines());
}

QVariantList BarChart::xTicks() const
{
    QVariantList ticks;
    const QRectF whole(0, 0, 1, 1);
    for (const BarTick &tick : BarWords::ticks(m_data, width())) {
        const QRectF slot = BarPainter::slot(whole, m_data.buckets.size(), tick.bucket);
        ticks.append(QVariantMap{{QStringLiteral("pos"), slot.center().x()},
                                 {QStringLiteral("label"), tick.label},
                                 {QStringLiteral("strong"), tick.strong}});
    }
    return ticks;
}

/// Only when it is another one: its entries hold the keyboard's focus.
void BarChart::updateLegend()
{
    QVariantList entries;
    for (const BarPart &part : m_stack.parts) {
        if (m_stack.parts.size() > 1)
            entries.append(QVariantMap{{QStringLiteral("key"), part.key},
                                       {QStringLiteral("name"), part.name},
                                       {QStringLiteral("color"), part.color}});
    }
    if (entries == m_legend)
        return;
    m_legend = entries;
    Q_EMIT legendChanged();
}

bool BarChart::isEmpty() const
{
    return std::none_of(m_stack.parts.begin(), m_stack.parts.end(),
                        [](const BarPart &part) { return part.total.joules || part.total.cost; });
}

QString BarChart::totalText() const
{
    return BarWords::amount(m_stack.total, m_byCost, m_data.currency);
}

QString BarChart::summaryText() const
{
    return BarWords::summary(m_data, m_stack, m_byCost, m_title);
}

qreal BarChart::currentLeft() const
{
    return m_current < 0 ? 0 : BarPainter::slot(plot(), count(), m_current).left();
}

qreal BarChart::currentRight() const
{
    return m_current < 0 ? 0 : BarPainter::slot(plot(), count(), m_current).right();
}

QVariantList BarChart::tipRows() const
{
    QVariantList rows;
    for (const BarTip::Row &row : m_tip.rows)
        rows.append(QVariantMap{{QStringLiteral("name"), row.name},
                                {QStringLiteral("value"), row.value},
                                {QStringLiteral("color"), row.color},
                                {QStringLiteral("chosen"), row.chosen}});
    return rows;
}

QString BarChart::currentText() const
{
    if (m_current < 0)
        return {};
    QStringList parts{m_tip.title};
    for (const BarTip::Row &row : m_tip.rows) {
        if (row.chosen)
            return tr("%1, %2, %3").arg(m_tip.title, row.name, row.value);
    }
    parts += m_tip.total;
    if (!m_tip.note.isEmpty())
        parts += m_tip.note;
    return parts.join(QStringLiteral(", "));
}

int BarChart::barAt(qreal x) const
{
    if (count() == 0 || width() <= 0)
        return -1;
    return std::clamp(static_cast<int>(std::floor(x / width() * count())), 0, count() - 1);
}

void BarChart::choose(int bar)
{
    setCurrent(bar < 0 ? -1 : std::min(bar, count() - 1));
}

void BarChart::step(int count)
{
    if (this->count() == 0)
        return;
    if (m_current >= 0) {
        setCurrent(std::clamp(m_current + count, 0, this->count() - 1));
        return;
    }
    int last = 0;
    for (int i = 0; i < this->count(); ++i) {
        if (!m_data.buckets.at(i).isFuture)
            last = i;
    }
    setCurrent(last);
}

void BarChart::stepPart(int count)
{
    if (m_current < 0) {
        step(0);
        return;
    }
    QStringList keys{kWhole};
    for (const BarPart &part : m_stack.parts) {
        if (!part.hidden && barHeight(part.values.at(m_current), m_byCost))
            keys.append(part.key);
    }
    if (keys.size() <= 2) // a single series is the whole bar
        return;
    const auto size = static_cast<int>(keys.size());
    const int at = std::max(0, static_cast<int>(keys.indexOf(m_part)));
    m_part = keys.at(((at + count) % size + size) % size);
    updateTip();
    update();
    Q_EMIT currentChanged();
}

void BarChart::setCurrent(int bar)
{
    if (bar == m_current)
        return;
    m_current = bar;
    if (bar < 0)
        m_part = kWhole;
    updateTip();
    update();
    Q_EMIT currentChanged();
}

void BarChart::updateTip()
{
    m_tip = m_current < 0 ? BarTip() : BarWords::tip(m_data, m_stack, m_current, m_byCost, m_part);
}

void BarChart::toggle(const QString &key)
{
    if (!m_hidden.remove(key))
        m_hidden.insert(key);
    restack();
}

qint64 BarChart::startOf(int bar) const
{
    return bar < 0 || bar >= count() ? 0 : m_data.buckets.at(bar).range.startUtcMs;
}

QStringList BarChart::tableColumns() const
{
    QStringList columns{tr("Time"), m_byCost ? tr("Cost") : tr("Energy"),
                        m_byCost ? tr("Energy") : tr("Cost")};
    if (m_stack.parts.size() > 1) {
        for (const BarPart &part : m_stack.parts)
            columns.append(part.name);
    }
    return columns;
}

QVariantList BarChart::tableRows() const
{
    const QStringList columns = tableColumns();
    QVariantList rows;
    for (const BarRow &row : BarWords::table(m_data, m_stack, m_byCost)) {
        QStringList cells{row.time, row.total, row.other};
        if (m_stack.parts.size() > 1)
            cells += row.parts;
        QStringList words{row.time};
        for (qsizetype i = 1; i < cells.size(); ++i)
            words += tr("%1: %2").arg(columns.at(i), cells.at(i));
        if (!row.note.isEmpty())
            words += row.note;
        rows.append(QVariantMap{{QStringLiteral("cells"), cells},
                                {QStringLiteral("note"), row.note},
                                {QStringLiteral("words"), words.join(QStringLiteral(", "))}});
    }
    return rows;
}

} // namespace outlet
