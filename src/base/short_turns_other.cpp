// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "base/short_turns.h"

namespace outlet {

void askForShortTurns()
{
    // Windows prefers a thread that an event wakes by itself; others have no such wish.
}

} // namespace outlet
