// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QSet>
#include <optional>

#include "simulator/simulated_outlet_spec.h"

namespace outlet {

/// Which framings the outlets of a mixed household speak.
enum class FramingMix { Text, Aes, Mixed };

/// How to make up any number of outlets.
struct HouseholdOptions
{
    int count = 8;
    quint64 seed = 1;
    FramingMix framing = FramingMix::Mixed;
    SimulatedFaults faults;    ///< of every outlet, except for `neverConfirms`
    QSet<int> neverConfirming; ///< numbers of outlets, from 0, that obey no command
    /// The household's time at the start, seconds since 1970; empty: the clock's UTC.
    std::optional<qint64> localSecondAtStart;
};

/// Outlets of every kind in turn, each with a model that carries its appliance. Equal options give
/// equal outlets.
[[nodiscard]] QList<SimulatedOutletSpec> mixedHousehold(const HouseholdOptions &options);

/// The eight outlets of the demo: freezer, desk, television, an overloading heater, an aquarium
/// that is off and slow to confirm, a washing machine that is off, a coffee maker that never
/// confirms switching off, and a hall lamp that soon leaves the network for long. They always
/// begin at the same moment of a Tuesday afternoon, whatever the time is.
[[nodiscard]] QList<SimulatedOutletSpec> demoSpecs();

/// An outlet that nobody has allowed yet, for the demo; its id ends in 4f2a.
[[nodiscard]] SimulatedOutletSpec newOutletSpec();

} // namespace outlet
