// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/charts/tip_place.h"

#include <QtCore/QRectF>
#include <algorithm>

namespace outlet {

namespace {

constexpr qreal kBeside = 16; // from the crosshair's line
constexpr qreal kEdge = 8;    // from the upper and lower edge
constexpr qreal kAround = 4;  // of the newest point's dot

} // namespace

QPointF tipPlace(const QSizeF &tip, const QSizeF &plot, const QPointF &ring, const QPointF &newest)
{
    const qreal right = ring.x() + kBeside;
    const qreal left = right - 2 * kBeside - tip.width();
    if (right + tip.width() > plot.width() && left < 0) {
        const qreal x =
            std::clamp(ring.x() - tip.width() / 2, 0.0, std::max(plot.width() - tip.width(), 0.0));
        const qreal above = ring.y() - kBeside - tip.height();
        const qreal below = ring.y() + kBeside;
        // On the side with more room, if neither has enough.
        const bool isAbove = above >= 0 || ring.y() > plot.height() - ring.y();
        return {x, isAbove ? above : below};
    }
    const QPointF place(right + tip.width() > plot.width() ? left : right, kEdge);
    const QRectF covered =
        QRectF(place, tip).adjusted(-kAround, -kEdge - kAround, kAround, kAround);
    const bool hides = newest.x() >= 0 && covered.contains(newest);
    return {place.x(), hides ? plot.height() - tip.height() - kEdge : kEdge};
}

} // namespace outlet
