// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QtGlobal>

namespace outlet {

/// Where names stand that each wish to be at \a wanted (their centres), \a height high, between
/// \a top and \a bottom: as near to their wishes as they can without lying on each other. In the
/// order of the wishes.
[[nodiscard]] QList<qreal> placeLabels(const QList<qreal> &wanted, qreal height, qreal top,
                                       qreal bottom);

} // namespace outlet
