// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace outlet {

/// Zeroed memory for what must not be found later: left out of the reports that the system writes
/// of a crash, and kept out of the swap, each as far as the system does that. Ends the program like
/// new where there is none. Any thread.
[[nodiscard]] char *takeSecretMemory(std::size_t size);
/// Gives it back, with the size that it was taken with; the caller has wiped it. Null is allowed.
void giveSecretMemory(char *memory, std::size_t size);

} // namespace outlet
