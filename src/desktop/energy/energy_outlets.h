// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "desktop/energy/energy_picture.h"

namespace outlet {

class OutletFaces;

/// The known outlets of the home in the user's order: real ones, or simulated ones where there are
/// no others. When they first had data is not filled in.
[[nodiscard]] QList<EnergyOutlet> energyOutlets(const OutletFaces &faces);

} // namespace outlet
