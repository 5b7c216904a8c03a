// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

namespace outlet {

/// Whether the system's panel, where the tray is, is dark; \a systemDark is what windows are.
[[nodiscard]] bool isPanelDark(bool systemDark);

} // namespace outlet
