// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/crosshair.h"

#include <algorithm>
#include <cmath>

namespace outlet {

void Crosshair::setPoints(const QList<PlotPoint> &points, const CurveSpan &range)
{
    m_points = points;
    if (points.isEmpty() || (m_utcMs && *m_utcMs < static_cast<double>(range.fromMs)))
        clear();
}

void Crosshair::moveTo(double utcMs)
{
    if (m_points.isEmpty())
        clear();
    else
        m_utcMs = m_points.at(nearest(utcMs)).utcMs;
}

void Crosshair::step(int count)
{
    if (m_points.isEmpty())
        return;
    const qsizetype newest = m_points.size() - 1;
    const qsizetype to = m_utcMs ? nearest(*m_utcMs) + count : newest;
    m_utcMs = m_points.at(std::clamp<qsizetype>(to, 0, newest)).utcMs;
}

const PlotPoint *Crosshair::point() const
{
    return m_utcMs && !m_points.isEmpty() ? &m_points.at(nearest(*m_utcMs)) : nullptr;
}

qsizetype Crosshair::nearest(double utcMs) const
{
    const auto after = std::lower_bound(m_points.begin(), m_points.end(), utcMs,
                                        [](const PlotPoint &p, double ms) { return p.utcMs < ms; });
    if (after == m_points.begin())
        return 0;
    const auto before = std::prev(after);
    const bool takeBefore =
        after == m_points.end() || utcMs - before->utcMs <= after->utcMs - utcMs;
    return std::distance(m_points.begin(), takeBefore ? before : after);
}

} // namespace outlet
