// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "base/process_limits.h"

namespace outlet {

void raiseOpenFileLimit()
{
    // Windows does not limit the sockets of a process.
}

} // namespace outlet
