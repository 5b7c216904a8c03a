// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QRectF>
#include <QtGui/QColor>

#include "desktop/charts/bar_stack.h"

class QPainter;

namespace outlet {

/// The colours of a bar chart.
struct BarLooks
{
    QList<QColor> series; ///< of 1 to 8
    QColor accent;        ///< of a series without a colour
    QColor projected;     ///< fill of days to come
    QColor outline;       ///< their edge
    QColor mark;          ///< notches, and the frame around the chosen bar
};

/// Draws stacked bars into a plot area: one slot for each bucket, 0 at the bottom (design.md 4).
class BarPainter
{
public:
    static constexpr qreal kGap = 4;        // beside a bar, each side
    static constexpr qreal kRadius = 3;     // of a bar's top
    static constexpr qreal kPartGap = 1.25; // of the ground, between parts
    static constexpr qreal kNotchRoom = 8;  // above a bar with time missing

    /// Everything must outlive this. \a top is the value at the upper edge of \a plot.
    BarPainter(QPainter &painter, const BarData &data, const BarStack &stack, const QRectF &plot,
               double top, bool byCost);

    /// Where the bar of a bucket stands: as high as the plot.
    [[nodiscard]] static QRectF slot(const QRectF &plot, qsizetype count, qsizetype bucket);
    /// The bar's own width within its slot.
    [[nodiscard]] static QRectF bar(const QRectF &slot);

    void drawProjected(const BarLooks &looks, qreal pixel) const;
    /// \a emphasised: the key of a part that the others step back for; "-" = none.
    void drawBars(const BarLooks &looks, const QString &emphasised) const;
    void drawNotches(const BarLooks &looks) const;
    void drawFrame(qsizetype bucket, const BarLooks &looks) const;

private:
    [[nodiscard]] qreal y(double value) const;

    QPainter &m_painter;
    const BarData &m_data;
    const BarStack &m_stack;
    QRectF m_plot;
    double m_top;
    bool m_byCost;
};

} // namespace outlet
