// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtQuick/QQuickItem>

class QPainter;

namespace outlet {

/// A picture that is rasterised in C++ at the screen's own resolution and shown as an image, which
/// looks the same with the software renderer and with a graphics card (geometry nodes stay blank
/// with the former). Nothing is painted again unless refresh() or update() asks for it, or size or
/// screen have changed.
class PictureItem : public QQuickItem
{
    Q_OBJECT
    QML_ANONYMOUS
protected:
    explicit PictureItem(QQuickItem *parent = nullptr);

    /// Works out what is to be painted. Called when it can be seen.
    virtual void layOut() = 0;
    /// Paints the whole item in its own coordinates.
    virtual void paint(QPainter &painter) const = 0;

    /// Calls layOut() and paints; does nothing while invisible, as becoming visible refreshes.
    virtual void refresh();
    /// Width of a physical pixel in item coordinates.
    [[nodiscard]] qreal hairline() const;
    /// Paints the lines of a value axis that spans \a plot from its upper left corner and ends at
    /// \a top: one physical pixel each, on physical pixels, so that they are sharp at every scale.
    void paintGrid(QPainter &painter, const QSizeF &plot, double top, const QColor &color) const;
    /// Sets a member that only changes the picture.
    template <typename T>
    bool setLook(T &member, const T &value)
    {
        if (member == value)
            return false;
        member = value;
        update();
        return true;
    }

    void geometryChange(const QRectF &now, const QRectF &before) override;
    void itemChange(ItemChange change, const ItemChangeData &data) override;
    QSGNode *updatePaintNode(QSGNode *old, UpdatePaintNodeData *) override;

private:
    [[nodiscard]] QImage picture() const;
};

} // namespace outlet
