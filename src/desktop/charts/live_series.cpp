// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/live_series.h"

#include <algorithm>
#include <limits>

namespace outlet {

LiveSeries::LiveSeries(QObject *parent)
    : QObject(parent)
{
}

void LiveSeries::add(const LivePoint &point)
{
    while (!m_points.isEmpty() && m_points.last().utcMs >= point.utcMs)
        m_points.removeLast();
    while (!m_points.isEmpty() && m_points.first().utcMs < point.utcMs - kKeptMs)
        m_points.removeFirst();
    m_points.append(point);
    Q_EMIT changed();
}

void LiveSeries::clear()
{
    if (m_points.isEmpty())
        return;
    m_points.clear();
    Q_EMIT changed();
}

qint64 LiveSeries::nowMs() const
{
    const qint64 newest = m_points.isEmpty() ? 0 : m_points.last().utcMs;
    return m_clock ? std::max(newest, m_clock->utcMs()) : newest;
}

double LiveSeries::latestWatts() const
{
    constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
    return m_points.isEmpty() ? kUnknown : m_points.last().watts.value_or(kUnknown);
}

} // namespace outlet
