// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QSet>

#include "desktop/charts/bar_data.h"

namespace outlet {

/// One layer of every bar: an outlet, or "Others" (empty key) for those that got no colour.
struct BarPart
{
    QString key;
    QString name;
    int color = 0;  ///< 1 to 8; 0 = the accent, for a single series without a wish
    int joined = 1; ///< how many outlets it stands for
    bool hidden = false;
    QList<BarAmount> values; ///< one for each bucket
    BarAmount total;
};

/// The layers in the order in which they are drawn, the same in every bar.
struct BarStack
{
    QList<BarPart> parts;    ///< the largest of the range first: it lies at the bottom
    QList<BarAmount> totals; ///< of each bucket: all that is not hidden
    BarAmount total;         ///< of everything that is not hidden
    bool hasProjection = false;
};

/// The colours of outlets in one chart, 1 to 8, none twice. \a wanted: the user's choices (1 to 8,
/// 0 = automatic), in the user's order; the first to wish for a colour gets it, everybody else the
/// first that is free. At most \a most entries get one; 0 for the others.
[[nodiscard]] QList<int> distinctColors(const QList<int> &wanted, int most = 8);

/// Lays the series of \a data on each other: more than 8 become 7 and "Others" in the last colour.
/// \a byCost orders by cost in place of energy; \a hidden are the keys that are switched off (they
/// keep their place in the legend).
[[nodiscard]] BarStack makeBarStack(const BarData &data, bool byCost,
                                    const QSet<QString> &hidden = {});

/// A value for drawing: kWh or units of the currency; empty when not known.
[[nodiscard]] std::optional<double> barHeight(const BarAmount &amount, bool byCost);

} // namespace outlet
