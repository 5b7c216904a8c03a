// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/series_item.h"

#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtQuick/QQuickWindow>
#include <QtQuick/QSGImageNode>
#include <cmath>

namespace outlet {

SeriesItem::SeriesItem(std::chrono::milliseconds interval, QQuickItem *parent)
    : QQuickItem(parent)
    , m_interval(interval)
{
    setFlag(ItemHasContents);
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
    layOut();
    update();
}

qreal SeriesItem::hairline() const
{
    const QQuickWindow *const shown = window();
    return 1 / (shown ? shown->effectiveDevicePixelRatio() : 1);
}

void SeriesItem::geometryChange(const QRectF &now, const QRectF &before)
{
    QQuickItem::geometryChange(now, before);
    if (now.size() != before.size())
        refresh();
}

void SeriesItem::itemChange(ItemChange change, const ItemChangeData &data)
{
    QQuickItem::itemChange(change, data);
    const bool shown = change == ItemVisibleHasChanged && data.boolValue;
    if (shown || change == ItemDevicePixelRatioHasChanged ||
        (change == ItemSceneChange && data.window))
        refresh();
}

QImage SeriesItem::picture() const
{
    const qreal ratio = 1 / hairline();
    QImage image(static_cast<int>(std::ceil(width() * ratio)),
                 static_cast<int>(std::ceil(height() * ratio)),
                 QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    image.setDevicePixelRatio(ratio);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter);
    return image;
}

QSGNode *SeriesItem::updatePaintNode(QSGNode *old, UpdatePaintNodeData *)
{
    const QImage image = width() >= 1 && height() >= 1 ? picture() : QImage();
    if (image.isNull()) {
        delete old;
        return nullptr;
    }
    auto *node = static_cast<QSGImageNode *>(old);
    if (!node) {
        node = window()->createImageNode();
        node->setOwnsTexture(true);
    }
    node->setTexture(window()->createTextureFromImage(image, QQuickWindow::TextureHasAlphaChannel));
    // One texel per physical pixel, also where the item ends within one.
    node->setRect(QRectF(QPointF(), image.deviceIndependentSize()));
    return node;
}

} // namespace outlet
