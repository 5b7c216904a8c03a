// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <optional>

namespace outlet {

/// How much had been used at a place of a period: places count its buckets from its beginning.
struct RunningPoint
{
    double place = 0;
    double value = 0; ///< kWh, or units of the currency
    friend bool operator==(const RunningPoint &, const RunningPoint &) = default;
};

/// A period's running total beside that of the one before it, as plain values for drawing.
struct RunningData
{
    /// A label of the time axis.
    struct Tick
    {
        double place = 0;
        QString label;
        friend bool operator==(const Tick &, const Tick &) = default;
    };
    bool byCost = false;
    QString currency;           ///< ISO 4217
    int length = 0;             ///< places: as many as the longer of both periods has buckets
    QList<RunningPoint> now;    ///< up to now; empty = nothing is known
    QList<RunningPoint> before; ///< empty = nothing to compare with
    std::optional<double> end;  ///< what now will come to at the end; empty = over, or not said
    bool isOver = false;        ///< now has reached its end
    QString beforeName;
    QList<Tick> ticks;
    friend bool operator==(const RunningData &, const RunningData &) = default;
};

} // namespace outlet
