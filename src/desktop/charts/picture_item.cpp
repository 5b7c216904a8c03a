// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/picture_item.h"

#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtQuick/QQuickWindow>
#include <QtQuick/QSGImageNode>
#include <algorithm>
#include <cmath>

#include "desktop/charts/value_axis.h"

namespace outlet {

PictureItem::PictureItem(QQuickItem *parent)
    : QQuickItem(parent)
{
    setFlag(ItemHasContents);
}

void PictureItem::refresh()
{
    if (!isVisible())
        return;
    layOut();
    update();
}

qreal PictureItem::hairline() const
{
    const QQuickWindow *const shown = window();
    return 1 / (shown ? shown->effectiveDevicePixelRatio() : 1);
}

void PictureItem::paintGrid(QPainter &painter, const QSizeF &plot, double top,
                            const QColor &color) const
{
    const qreal pixel = hairline();
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const double value : ValueAxis::stepsFor(top)) {
        const qreal y = std::round(plot.height() * (1 - value / top) / pixel);
        const qreal snapped = std::min(y, std::floor(plot.height() / pixel) - 1);
        painter.fillRect(QRectF(0, snapped * pixel, plot.width(), pixel), color);
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

void PictureItem::geometryChange(const QRectF &now, const QRectF &before)
{
    QQuickItem::geometryChange(now, before);
    if (now.size() != before.size())
        refresh();
}

void PictureItem::itemChange(ItemChange change, const ItemChangeData &data)
{
    QQuickItem::itemChange(change, data);
    const bool shown = change == ItemVisibleHasChanged && data.boolValue;
    if (shown || change == ItemDevicePixelRatioHasChanged ||
        (change == ItemSceneChange && data.window))
        refresh();
}

QImage PictureItem::picture() const
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

QSGNode *PictureItem::updatePaintNode(QSGNode *old, UpdatePaintNodeData *)
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
