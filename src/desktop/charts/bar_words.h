// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QCoreApplication>

#include "desktop/charts/bar_stack.h"
#include "desktop/charts/value_axis.h"

namespace outlet {

/// A label under a bar.
struct BarTick
{
    qsizetype bucket = 0;
    QString label;
    bool strong = false; ///< of the bucket that is now
};

/// What the crosshair's box says about one bar.
struct BarTip
{
    struct Row
    {
        QString name;
        QString value;
        int color = 0;
        bool chosen = false;
    };
    QString title;    ///< "Mon, Nov 17"
    QString total;    ///< "8.20 kWh · $1.41"
    QList<Row> rows;  ///< the four largest, in the order of the stack; none for a single series
    QString moreName; ///< "3 more outlets"; empty when there are none
    QString moreValue;
    QString note; ///< "8 min missing", "So far", "Projected"; or empty
};

/// A bar as a row of the table twin.
struct BarRow
{
    QString time;
    QString total;
    QString other;     ///< the cost of what is shown as energy, and the other way round
    QStringList parts; ///< one for each part of the stack
    QString note;
};

/// The texts of a bar chart (design.md 3.1 and 4), made of plain values. Functions without state.
class BarWords
{
    Q_DECLARE_TR_FUNCTIONS(outlet::BarWords)
public:
    /// How a bucket is called: "Mon, Nov 17", "Mon, Nov 17, 3:00 PM to 4:00 PM", "November 2025".
    [[nodiscard]] static QString title(const BarData &data, qsizetype bucket);
    /// The labels of the time axis of a plot this wide: round steps of local time, as many as have
    /// room and at most 9 (12 months), the current bucket always among them.
    [[nodiscard]] static QList<BarTick> ticks(const BarData &data, qreal width);
    /// The least that a value axis spans: kWh or money.
    [[nodiscard]] static double leastTop(bool byCost) { return byCost ? 0.1 : 0.01; }
    /// The lines of a value axis up to \a top: kWh, the unit at the top line only; or money.
    [[nodiscard]] static QList<AxisLine> lines(double top, bool byCost, const QString &currency,
                                               bool withUnit = true);
    [[nodiscard]] static QString amount(const BarAmount &amount, bool byCost,
                                        const QString &currency);
    [[nodiscard]] static BarTip tip(const BarData &data, const BarStack &stack, qsizetype bucket,
                                    bool byCost, const QString &chosenKey = QStringLiteral("-"));
    /// All bars, newest first, future ones left out.
    [[nodiscard]] static QList<BarRow> table(const BarData &data, const BarStack &stack,
                                             bool byCost);
    /// The chart in one sentence, for screen readers; \a title says what it is about.
    [[nodiscard]] static QString summary(const BarData &data, const BarStack &stack, bool byCost,
                                         const QString &title);

private:
    [[nodiscard]] static QString note(const BarBucket &bucket);
};

} // namespace outlet
