// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <qt_windows.h>

#include "base/thread_priority.h"

namespace outlet {

void lowerPriorityOfThisThread()
{
    SetThreadPriority(GetCurrentThread(), THREAD_PRIORITY_BELOW_NORMAL);
}

} // namespace outlet
