// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QString>

#include "desktop/charts/curve.h"

namespace outlet {

/// One line of a chart.
struct ChartLine
{
    QString key; ///< the outlet's id, or kBefore or kOthers
    QString name;
    int color = 0; ///< 0 = the accent, 1 to 8 = Theme.series(); in a chart no two are the same
    bool isHidden = false;
    Curve curve;

    static inline const QString kBefore = QStringLiteral("before");
    static inline const QString kOthers = QStringLiteral("others");
};

/// The lines of one chart together. Functions without state.
class ChartLines
{
    Q_DECLARE_TR_FUNCTIONS(outlet::ChartLines)
public:
    static constexpr int kColors = 8;
    static constexpr int kSlate = 8; ///< of "Others", and of another period

    /// Gives each line a colour of its own: the one it has, where no earlier line took it. More
    /// than eight lines: the seven largest keep theirs, and the rest become their sum, "Others".
    /// A single line gets the accent. The first line stays the first.
    [[nodiscard]] static QList<ChartLine> arranged(QList<ChartLine> lines);
};

} // namespace outlet
