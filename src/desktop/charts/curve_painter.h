// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QRectF>
#include <QtGui/QColor>

#include "desktop/charts/curve.h"

class QPainter;

namespace outlet {

/// Draws the parts of a curve into a plot area: time from left to right, watts from 0 at the bottom
/// to a top. Straight joins, nothing smoothed (design.md section 4).
class CurvePainter
{
public:
    static constexpr qreal kLineWidth = 1.75;
    static constexpr qreal kDotRadius = 3;

    /// \a painter and \a curve must outlive this.
    CurvePainter(QPainter &painter, const Curve &curve, const QRectF &plot, double topWatts);

    [[nodiscard]] qreal x(double utcMs) const;
    [[nodiscard]] qreal y(double watts) const;

    void fillGaps(const QColor &color) const;
    /// The area between the line and 0.
    void fillArea(const QColor &color) const;
    /// From lowest to highest, where a bucket holds more than one reading. Takes the place of what
    /// was painted there before, unless the painter's opacity is below 1.
    void fillBand(const QColor &color) const;
    void drawLine(const QColor &color) const;
    /// A dot on the newest reading, if the line still goes on there.
    void drawEndDot(const QColor &color) const;
    /// Solid while switched on, dots in gaps, nothing while off.
    void drawStrip(const QRectF &strip, const QColor &onColor, const QColor &gapColor) const;

private:
    QPainter &m_painter;
    const Curve &m_curve;
    QRectF m_plot;
    double m_topWatts;
};

} // namespace outlet
