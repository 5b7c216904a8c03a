// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <optional>

#include "desktop/charts/curve.h"

namespace outlet {

/// The place on a curve that somebody looks at. It snaps to points and keeps its time while the
/// curve moves on, until that time leaves the range.
class Crosshair
{
public:
    /// Takes over the points (in order) of a curve that has changed.
    void setPoints(const QList<PlotPoint> &points, const CurveSpan &range);
    /// Goes to the point nearest to a time; hides when there is none.
    void moveTo(double utcMs);
    /// Moves by \a count points, not past the ends; from nowhere it comes to the newest point.
    void step(int count);
    void clear() { m_utcMs.reset(); }

    /// The point it stands on; nullptr when hidden.
    [[nodiscard]] const PlotPoint *point() const;

private:
    [[nodiscard]] qsizetype nearest(double utcMs) const;

    QList<PlotPoint> m_points;
    std::optional<double> m_utcMs;
};

} // namespace outlet
