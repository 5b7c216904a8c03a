// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/icon_provider.h"

#include <QtCore/QFile>
#include <QtGui/QColor>
#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>

#include "base/logging.h"

namespace outlet {

namespace {

constexpr QSize kUsualSize(24, 24);
constexpr int kLargestSide = 1024;

} // namespace

QByteArray iconDrawing(const QString &name, const QColor &color)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (name.contains(u'/') || !file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    // The opacity is added when painting: "#rrggbb" is all that SVG knows.
    svg.replace("#000000", "#000").replace("#000", color.name(QColor::HexRgb).toLatin1());
    return svg;
}

IconProvider::IconProvider()
    : QQuickImageProvider(QQuickImageProvider::Image)
{
}

QImage IconProvider::requestImage(const QString &id, QSize *size, const QSize &requestedSize)
{
    const auto slash = id.lastIndexOf(u'/');
    const QString name = slash < 0 ? id : id.left(slash);
    const QColor color(slash < 0 ? QStringLiteral("#000000") : u'#' + id.mid(slash + 1));
    const QSize wanted(requestedSize.width() > 0 ? requestedSize.width() : requestedSize.height(),
                       requestedSize.height() > 0 ? requestedSize.height() : requestedSize.width());
    const QSize drawn =
        (wanted.isEmpty() ? kUsualSize : wanted).boundedTo({kLargestSide, kLargestSide});
    QImage image(drawn, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    if (size)
        *size = drawn;

    QSvgRenderer svg;
    const QByteArray ink = color.isValid() ? iconDrawing(name, color) : QByteArray();
    if (ink.isEmpty() || !svg.load(ink)) {
        qCWarning(lcDesktop, "No icon for %s", qPrintable(escapedForLog(id)));
        return image;
    }
    svg.setAspectRatioMode(Qt::KeepAspectRatio);
    QPainter painter(&image);
    painter.setOpacity(color.alphaF());
    svg.render(&painter);
    return image;
}

} // namespace outlet
