// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtQuick/QQuickImageProvider>

namespace outlet {

/// image://icon/NAME/COLOUR: an icon of resources/icons in one colour, drawn for exactly the asked
/// size in physical pixels. COLOUR is rrggbb or aarrggbb. Called on the image reader's thread.
class IconProvider : public QQuickImageProvider
{
public:
    IconProvider();

    /// A transparent picture, with a warning in the log, when there is no such icon or colour.
    QImage requestImage(const QString &id, QSize *size, const QSize &requestedSize) override;
};

/// An icon's drawing (SVG) with its black ink replaced by \a color, without its opacity; empty when
/// there is no such icon. For any thread.
[[nodiscard]] QByteArray iconDrawing(const QString &name, const QColor &color);

} // namespace outlet
