// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <io.h>

#include <cstdio>

#include "cli/terminal.h"

namespace outlet {

bool isErrorTerminal()
{
    return ::_isatty(::_fileno(stderr)) != 0;
}

} // namespace outlet
