// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QVariantMap>
#include <algorithm>

#include "desktop/charts/power_chart.h"
#include "desktop/charts/tip_place.h"

namespace outlet {

QPointF PowerChart::place(const PlotPoint &point) const
{
    const auto length = static_cast<double>(std::max<qint64>(m_window.length(), 1));
    return {plotWidth() * (point.utcMs - static_cast<double>(m_window.fromMs)) / length,
            plotHeight() * (1 - std::clamp(point.meanWatts / m_topWatts, 0.0, 1.0))};
}

QPointF PowerChart::crosshairPoint() const
{
    const PlotPoint *const point = m_crosshair.point();
    return point ? place(*point) : QPointF();
}

QPointF PowerChart::newestPoint() const
{
    const Curve &curve = main();
    return curve.pieces.isEmpty() ? QPointF(-1, -1) : place(curve.pieces.constLast().constLast());
}

QPointF PowerChart::tipPlace(qreal width, qreal height, QPointF ring, QPointF newest) const
{
    return outlet::tipPlace({width, height}, {plotWidth(), plotHeight()}, ring, newest);
}

void PowerChart::updateTip()
{
    const PlotPoint *const point = m_crosshair.point();
    const ChartLine *const line = chosen();
    m_tip = point && line && m_curves && m_curves->range()
                ? ChartWords::tip(m_lines, line - m_lines.constData(), *point, *m_curves->range())
                : ChartTip();
    Q_EMIT crosshairChanged();
}

QVariantList PowerChart::crosshairRows() const
{
    QVariantList rows;
    for (const ChartTip::Row &row : m_tip.rows)
        rows.append(QVariantMap{{QStringLiteral("name"), row.name},
                                {QStringLiteral("value"), row.value},
                                {QStringLiteral("color"), row.color},
                                {QStringLiteral("chosen"), row.isChosen}});
    return rows;
}

const ChartLine *PowerChart::chosen() const
{
    const ChartLine *first = nullptr;
    for (const ChartLine &line : m_lines) {
        if (line.isHidden)
            continue;
        if (line.key == m_chosenKey)
            return &line;
        if (!first)
            first = &line;
    }
    return first;
}

bool PowerChart::stepLine(int count)
{
    if (!hasSeveral())
        return false;
    // By how high they are at this place, so that Up goes up.
    const PlotPoint *const point = m_crosshair.point();
    const double at = point ? point->utcMs : double(m_window.toMs);
    struct Place
    {
        QString key;
        double watts;
    };
    QList<Place> places;
    for (const ChartLine &line : std::as_const(m_lines)) {
        Crosshair there;
        there.setPoints(line.curve.points(), m_window);
        there.moveTo(at);
        if (!line.isHidden && there.point())
            places.append({line.key, there.point()->meanWatts});
    }
    std::stable_sort(places.begin(), places.end(),
                     [](const Place &a, const Place &b) { return a.watts < b.watts; });
    const ChartLine *const now = chosen();
    for (qsizetype i = 0; now && i < places.size(); ++i) {
        if (places.at(i).key == now->key) {
            const qsizetype to = std::clamp<qsizetype>(i + count, 0, places.size() - 1);
            m_chosenKey = places.at(to).key;
            break;
        }
    }
    m_crosshair.setPoints(chosen() ? chosen()->curve.points() : QList<PlotPoint>(), m_window);
    m_crosshair.moveTo(at);
    crosshairMoved();
    return true;
}

void PowerChart::moveCrosshairTo(qreal x)
{
    const auto length = static_cast<double>(m_window.length());
    m_crosshair.moveTo(static_cast<double>(m_window.fromMs) + length * x / plotWidth());
    crosshairMoved();
}

void PowerChart::stepCrosshair(int count)
{
    m_crosshair.step(count);
    crosshairMoved();
}

void PowerChart::clearCrosshair()
{
    if (!isCrosshairVisible())
        return;
    m_crosshair.clear();
    crosshairMoved();
}

void PowerChart::crosshairMoved()
{
    updateTip();
    update();
}

} // namespace outlet
