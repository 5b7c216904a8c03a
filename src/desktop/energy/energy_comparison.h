// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/charts/running_data.h"
#include "desktop/energy/energy_picture.h"

namespace outlet {

/// A period beside the one before it.
struct EnergyComparison
{
    RunningData lines;
    /// How much more (or, negative, less) than before, as a part of before: of what the period will
    /// come to where that can be said, else of what has passed. Empty when nothing can be said.
    std::optional<double> change;
    bool isSoFar = false; ///< \a change compares only what has passed
    /// There was something to compare with, but less than kLeastKnown of it is known.
    bool tooLittleKnown = false;
};

/// The least part of the earlier period's time that must be known.
inline constexpr double kLeastKnown = 0.8;

/// Compares by cost or by energy. Pure.
[[nodiscard]] EnergyComparison compareEnergy(const EnergyPicture &now, const EnergyPicture &before,
                                             qint64 nowUtcMs, bool byCost);

} // namespace outlet
