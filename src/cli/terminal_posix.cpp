// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <unistd.h>

#include "cli/terminal.h"

namespace outlet {

bool isErrorTerminal()
{
    return ::isatty(STDERR_FILENO) == 1;
}

} // namespace outlet
