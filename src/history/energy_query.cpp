// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/energy_query.h"

#include <algorithm>

namespace outlet {

void EnergyBucket::add(const EnergyBucket &other)
{
    joules += other.joules;
    reportedMs += other.reportedMs;
    knownMs += other.knownMs;
    onMs += other.onMs;
    estimatedMillijoules += other.estimatedMillijoules;
    if (other.minMilliwatts)
        minMilliwatts =
            minMilliwatts ? std::min(*minMilliwatts, *other.minMilliwatts) : other.minMilliwatts;
    if (other.maxMilliwatts)
        maxMilliwatts =
            maxMilliwatts ? std::max(*maxMilliwatts, *other.maxMilliwatts) : other.maxMilliwatts;
}

} // namespace outlet
