// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/report/report_ink.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtSvg/QSvgRenderer>
#include <algorithm>

#include "desktop/icon_provider.h"

namespace outlet::report {

QFont font(int pixels, QFont::Weight weight)
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(pixels);
    font.setWeight(weight);
    // Widths that do not depend on the device: the same lines on screen and on paper.
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

void line(QPainter &painter, const QRectF &box, const QString &text, const QFont &font,
          const QColor &color, Qt::Alignment alignment)
{
    painter.setFont(font);
    painter.setPen(color);
    const QString shown = QFontMetricsF(font).elidedText(text, Qt::ElideRight, box.width() + 0.5);
    painter.drawText(box, int(alignment | Qt::TextSingleLine | Qt::TextDontClip), shown);
}

void fillRate(QPainter &painter, const QRectF &box, int rank, int count, qreal radius)
{
    constexpr qreal kStep = 4;
    constexpr qreal kStroke = 1;
    const bool isCheapest = rank == count - 1;
    const QColor color = isCheapest ? kAccent : rank == 0 ? kWarn : kInfo;
    QPainterPath shape;
    shape.addRoundedRect(box, radius, radius);
    painter.save();
    painter.fillPath(shape, color);
    if (!isCheapest) {
        painter.setClipPath(shape, Qt::IntersectClip);
        painter.setPen(QPen(kPaper, kStroke));
        if (rank == 0) { // diagonal for the dearest, level for those between
            for (qreal x = box.left() - box.height(); x < box.right(); x += kStep)
                painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
        } else {
            for (qreal y = box.top() + kStep; y < box.bottom(); y += kStep)
                painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
        }
    }
    painter.restore();
}

void icon(QPainter &painter, const QRectF &box, const QString &name, const QColor &color)
{
    QSvgRenderer svg;
    const QByteArray drawing = iconDrawing(name, color);
    if (drawing.isEmpty() || !svg.load(drawing))
        return; // an outlet without an icon
    svg.setAspectRatioMode(Qt::KeepAspectRatio);
    svg.render(&painter, box);
}

} // namespace outlet::report
