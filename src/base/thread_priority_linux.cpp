// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/thread_priority.h"

namespace outlet {

void lowerPriorityOfThisThread()
{
    // On Linux the nice value belongs to the thread, whatever POSIX says. At 5 it weighs a third
    // of a normal one (sched(7)), and gives way sooner when a normal one wakes up.
    constexpr int nice = 5;
    const auto thread = static_cast<id_t>(syscall(SYS_gettid));
    const int now = getpriority(PRIO_PROCESS, thread);
    if (now < nice)
        setpriority(PRIO_PROCESS, thread, nice);
}

} // namespace outlet
