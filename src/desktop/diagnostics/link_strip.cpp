// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/diagnostics/link_strip.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <algorithm>

namespace outlet {

LinkStrip::LinkStrip(QQuickItem *parent)
    : LinkPastPicture({9, 0.94}, parent)
{
    connect(this, &LinkStrip::contentChanged, this, [this] {
        setCurrent(std::min(m_current, count() - 1));
        Q_EMIT currentChanged();
    });
}

void LinkStrip::setCurrent(int current)
{
    const int inside = std::clamp(current, -1, count() - 1);
    if (inside == m_current)
        return;
    m_current = inside;
    Q_EMIT currentChanged();
}

QString LinkStrip::currentText() const
{
    return m_current < 0 ? QString() : LinkPast::spanText(past().spans().at(m_current));
}

qreal LinkStrip::currentX() const
{
    return m_current < 0 ? 0 : rectOf(past().spans().at(m_current)).center().x();
}

QRectF LinkStrip::rectOf(const LinkPast::Span &span) const
{
    const TimeRange range = past().range();
    const auto x = [&](qint64 utcMs) {
        return width() * qreal(utcMs - range.startUtcMs) /
               qreal(std::max<qint64>(range.lengthMs(), 1));
    };
    const qreal left = x(span.range.startUtcMs);
    const qreal wide = std::max(x(span.range.endUtcMs) - left, kShortest);
    return {std::min(left, width() - wide), 0, wide, height()};
}

int LinkStrip::spanAt(qreal x) const
{
    // Short marks lie over their neighbours, so they are found first.
    int found = -1;
    for (int i = 0; i < count(); ++i) {
        const QRectF rect = rectOf(past().spans().at(i));
        if (x < rect.left() || x > rect.right())
            continue;
        if (found < 0 || rect.width() < rectOf(past().spans().at(found)).width())
            found = i;
    }
    return found;
}

void LinkStrip::paint(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(QPointF(), size()), height() / 2, height() / 2);
    painter.setClipPath(shape);
    const auto draw = [&](LinkPast::State state, const auto &fill) {
        for (const LinkPast::Span &span : past().spans()) {
            if (span.state == state)
                fill(rectOf(span));
        }
    };
    draw(LinkPast::State::Online,
         [&](const QRectF &rect) { painter.fillRect(rect, m_onlineColor); });
    draw(LinkPast::State::Offline, [&](const QRectF &rect) {
        painter.fillRect(rect, m_groundColor);
        QPen dots(m_markColor, 2);
        dots.setDashPattern({1.5, 1.5});
        painter.setPen(dots);
        painter.drawLine(QPointF(rect.left() + 2, rect.center().y()),
                         QPointF(rect.right() - 1, rect.center().y()));
    });
    draw(LinkPast::State::Silent, [&](const QRectF &rect) {
        painter.fillRect(rect, m_groundColor);
        painter.save();
        painter.setClipRect(rect, Qt::IntersectClip);
        painter.setPen(QPen(m_markColor, 2));
        for (qreal x = rect.left() - rect.height(); x < rect.right(); x += 6)
            painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()));
        painter.restore();
    });
}

} // namespace outlet
