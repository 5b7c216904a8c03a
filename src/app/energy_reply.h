// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "app/energy_source.h"

namespace outlet {

/// Puts prices to what the history answered. Pure; for any thread. \a rates must be the plan whose
/// segments were asked for.
[[nodiscard]] EnergyReply pricedReply(const EnergyAnswer &answer, const QList<qint64> &edgesUtcMs,
                                      const RatePlan &rates);

} // namespace outlet
