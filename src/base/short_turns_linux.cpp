// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "base/short_turns.h"

#include <QtCore/QDebug>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/logging.h"

namespace outlet {

namespace {

// An answer takes about 10 µs. An ordinary turn is some milliseconds, and as long an outlet would
// wait for its answer whenever another thread has just begun one.
constexpr std::uint64_t kTurnNanoseconds = 200'000;
// SCHED_FLAG_RESET_ON_FORK.
constexpr std::uint64_t kOrdinaryForNewThreads = 0x01;

/// The kernel's struct sched_attr in its first version: linux/sched/types.h does not go together
/// with every C library's sched.h.
struct Scheduling
{
    std::uint32_t size = sizeof(Scheduling);
    std::uint32_t policy = 0;
    std::uint64_t flags = 0;
    std::int32_t nice = 0;
    std::uint32_t priority = 0;
    std::uint64_t runtime = 0;
    std::uint64_t deadline = 0;
    std::uint64_t period = 0;
};
static_assert(sizeof(Scheduling) == 48);

} // namespace

void askForShortTurns()
{
    // Through syscall(): the C library has these since 2.41.
    Scheduling scheduling;
    if (::syscall(SYS_sched_getattr, 0, &scheduling, sizeof(scheduling), 0) != 0) {
        qCDebug(lcApp, "How this thread is scheduled is not known: %s", std::strerror(errno));
        return;
    }
    if (scheduling.policy != SCHED_OTHER)
        return; // somebody has chosen another way for this program
    scheduling.flags |= kOrdinaryForNewThreads;
    scheduling.runtime = kTurnNanoseconds;
    if (::syscall(SYS_sched_setattr, 0, &scheduling, 0) != 0)
        qCDebug(lcApp, "The system gives this thread no short turns: %s", std::strerror(errno));
}

} // namespace outlet
