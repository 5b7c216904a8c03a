// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "base/secret_memory.h"

namespace outlet {

char *takeSecretMemory(std::size_t size)
{
    return new char[size]{};
}

void giveSecretMemory(char *memory, std::size_t)
{
    delete[] memory;
}

} // namespace outlet
