// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/series_item.h"

#include <algorithm>

namespace outlet {

SeriesItem::SeriesItem(std::chrono::milliseconds interval, QQuickItem *parent)
    : PictureItem(parent)
    , m_interval(interval)
{
}

SeriesItem::~SeriesItem() = default;

void SeriesItem::setSeries(LiveSeries *series)
{
    if (series == m_series)
        return;
    if (m_series)
        m_series->disconnect(this);
    m_series = series;
    m_timer.reset(); // it runs on the clock of the old one
    if (series) {
        connect(series, &LiveSeries::changed, this, &SeriesItem::dataChanged);
        connect(series, &QObject::destroyed, this, [this] {
            m_timer.reset();
            refresh();
        });
    }
    forget();
    refresh();
    Q_EMIT seriesChanged();
}

void SeriesItem::setSpanSeconds(int seconds)
{
    const int span = std::max(seconds, 1);
    if (span == m_spanSeconds)
        return;
    m_spanSeconds = span;
    forget();
    refresh();
    Q_EMIT spanSecondsChanged();
}

void SeriesItem::setLineColor(const QColor &color)
{
    if (setLook(m_lineColor, color))
        Q_EMIT lineColorChanged();
}

void SeriesItem::dataChanged()
{
    Clock *const clock = m_series ? m_series->clock() : nullptr;
    if (!clock || !m_refreshedAt) {
        refresh();
        return;
    }
    const auto waited = clock->monotonic() - *m_refreshedAt;
    if (waited >= m_interval)
        refresh();
    else
        refreshLater(m_interval - waited);
}

void SeriesItem::refreshLater(std::chrono::milliseconds delay)
{
    if (!m_timer)
        m_timer = std::make_unique<ClockTimer>(*m_series->clock(), [this] { refresh(); });
    if (!m_timer->isActive())
        m_timer->start(delay);
}

void SeriesItem::refresh()
{
    if (!isVisible())
        return; // becoming visible refreshes
    if (m_timer)
        m_timer->stop();
    if (m_series && m_series->clock())
        m_refreshedAt = m_series->clock()->monotonic();
    PictureItem::refresh();
}

} // namespace outlet
