// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <sys/mman.h>

#include <QtCore/QtGlobal>

#include "base/secret_memory.h"

namespace outlet {

char *takeSecretMemory(std::size_t size)
{
    // Pages of its own: what is asked of the system counts for whole pages.
    void *const memory =
        mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        qBadAlloc();
    madvise(memory, size, MADV_DONTDUMP);
    mlock(memory, size); // users may lock a little; where not even that, it may be swapped
    return static_cast<char *>(memory);
}

void giveSecretMemory(char *memory, std::size_t size)
{
    if (memory)
        munmap(memory, size);
}

} // namespace outlet
