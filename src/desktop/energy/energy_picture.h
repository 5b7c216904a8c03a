// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "app/energy_source.h"
#include "desktop/charts/bar_data.h"
#include "desktop/energy/energy_period.h"

namespace outlet {

/// An outlet that the Energy page or a report shows.
struct EnergyOutlet
{
    QString id;
    QString name;
    QString room;
    QString icon;
    int chartColor = 0;
    std::optional<qint64> firstUtcMs; ///< its first data of all; empty = none yet
    friend bool operator==(const EnergyOutlet &, const EnergyOutlet &) = default;
};

/// What one outlet used in a period.
struct EnergyShare
{
    EnergyOutlet outlet;
    BarAmount amount;
    qint64 missingMs = 0; ///< since its first data, until now
};

/// What was used at one price.
struct RateUse
{
    int plan = 0;   ///< index into Tariff::plans
    int period = 0; ///< index into its periods
    QString name;
    int pricePerKwhE4 = 0;
    qint64 joules = 0;
    Money cost;
};

/// A period as the Energy page and the report show it. Exact: the parts add up to the whole.
struct EnergyPicture
{
    BarData bars;
    BarAmount total;
    QList<EnergyShare> shares; ///< one for each outlet, in the user's order
    QList<RateUse> rates;      ///< the dearest first; empty without prices
    int outletsMissing = 0;    ///< how many outlets have time missing
    qint64 missingMs = 0;      ///< of all outlets together
    /// Known time by the time that the outlets of this picture could have reported: the whole
    /// period up to now, for each. 0 without outlets.
    double knownFraction = 0;
};

/// What is expected of a range to come; empty = nothing can be said.
using Expectation = std::function<std::optional<EnergyFigure>(TimeRange)>;

/// The latest time is still on its way: outlets report every few minutes. It does not count as
/// missing yet.
inline constexpr qint64 kOnItsWayMs = 5 * 60'000;
/// Less than this is how reports fall on borders, and is not called missing.
inline constexpr qint64 kNotableMissingMs = 60'000;

/// The time in \a row of which nothing is known, from the outlet's first data on and up to \a asOf.
[[nodiscard]] qint64 missingIn(const EnergyRow &row, std::optional<qint64> firstUtcMs,
                               qint64 asOfUtcMs);

/// Makes the picture of a period. \a reply answers for \a outlets, in their order, between the
/// period's edges(). Bars to come get what \a expected says of them; without it, nothing.
[[nodiscard]] EnergyPicture makeEnergyPicture(const EnergyReply &reply,
                                              const QList<EnergyOutlet> &outlets,
                                              const EnergyPeriod &period, const Tariff &tariff,
                                              const QString &currency, qint64 nowUtcMs,
                                              const Expectation &expected = {});

} // namespace outlet
