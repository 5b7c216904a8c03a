// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <sys/syscall.h>
#include <unistd.h>

namespace outlet::test {

/// How long the turns are that the system gives a thread (0 = the calling one), in nanoseconds; 0
/// where it does not tell: before Linux 6.12, or no such thread.
inline std::uint64_t turnOf(pid_t thread)
{
    std::uint64_t attributes[6] = {}; // struct sched_attr; sched_runtime is at byte 24
    if (syscall(SYS_sched_getattr, thread, attributes, sizeof(attributes), 0) != 0)
        return 0;
    return attributes[3];
}

} // namespace outlet::test
