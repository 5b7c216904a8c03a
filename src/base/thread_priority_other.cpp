// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "base/thread_priority.h"

namespace outlet {

void lowerPriorityOfThisThread()
{
    // POSIX has no priority of one thread among those that share the processor in the normal way.
}

} // namespace outlet
