// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QPointF>
#include <QtCore/QSizeF>

namespace outlet {

/// Where the upper left corner of a tooltip is, \a tip large, that explains the point at \a ring of
/// a plot from (0, 0) to \a plot: right of it and at the top, left of it near the end, lower where
/// it would hide the point at \a newest (negative = there is none). Where neither side has room, as
/// on a narrow plot, it stands above or below the ring, which it never covers in a plot that is
/// high enough.
[[nodiscard]] QPointF tipPlace(const QSizeF &tip, const QSizeF &plot, const QPointF &ring,
                               const QPointF &newest);

} // namespace outlet
