// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "simulator/appliance.h"
#include "simulator/simulated_outlet_spec.h"

namespace outlet {

/// What the people of the demo's home do with one outlet: when it is on, when it is off the
/// network, and what it then draws. A pure function of local time, which is counted in seconds
/// since 1970; on and away change on quarter hours.
class DemoHabits
{
public:
    /// \a spec must outlive it.
    explicit DemoHabits(const SimulatedOutletSpec &spec);

    /// For how many days they have had the outlet.
    [[nodiscard]] int daysOwned() const;
    /// The outlet can't be reached.
    [[nodiscard]] bool isAway(qint64 localSecond) const;
    [[nodiscard]] bool isOn(qint64 localSecond) const;
    /// While it is on.
    [[nodiscard]] qint64 milliwatts(qint64 localSecond) const;
    /// Tenths of a volt.
    [[nodiscard]] qint64 decivolts(qint64 localSecond) const;

private:
    [[nodiscard]] double pick(int stream, qint64 position) const;

    const SimulatedOutletSpec &m_spec;
    Appliance m_appliance;
};

} // namespace outlet
