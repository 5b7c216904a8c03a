// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

namespace outlet {

/// Whether stderr is a terminal, where a line can be written over.
[[nodiscard]] bool isErrorTerminal();

} // namespace outlet
