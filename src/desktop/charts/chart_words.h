// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

#include "desktop/charts/chart_line.h"

namespace outlet {

class ChartRange;

/// What the crosshair's box says about one place.
struct ChartTip
{
    struct Row
    {
        QString name;
        QString value;
        int color = 0;
        bool isChosen = false;
    };
    QString time;    ///< "Tue, Nov 18 · 5:10 PM"
    QString value;   ///< of a single line: "130 W average"
    QString range;   ///< of a single line: "Low 106 W · high 160 W"; empty for one reading
    QList<Row> rows; ///< of several lines: the four largest, in the order of the lines
    QString more;    ///< "3 more outlets"; empty when there are none
};

/// A chart's data as rows; the newest first.
struct ChartRows
{
    QStringList columns;
    QList<QStringList> rows; ///< as many cells as there are columns; empty where nothing is said
};

/// The texts of a chart of curves, made of plain values. Functions without state.
class ChartWords
{
    Q_DECLARE_TR_FUNCTIONS(outlet::ChartWords)
public:
    static constexpr int kMostTipRows = 4;

    /// \a chosen is the line whose point \a point is.
    [[nodiscard]] static ChartTip tip(const QList<ChartLine> &lines, qsizetype chosen,
                                      const PlotPoint &point, const ChartRange &range);
    /// Hidden lines are left out, gaps are rows of their own.
    [[nodiscard]] static ChartRows table(const QList<ChartLine> &lines, const ChartRange &range);
    /// The chart in one sentence, for screen readers; \a title says what it is about.
    [[nodiscard]] static QString summary(const QList<ChartLine> &lines, const ChartRange *range,
                                         const QString &title);

private:
    [[nodiscard]] static QString time(double utcMs, const ChartRange &range);
    /// When a gap began: to the minute, also where the buckets are longer, or the day where they
    /// are of days.
    [[nodiscard]] static QString beginning(qint64 utcMs, const ChartRange &range);
};

} // namespace outlet
