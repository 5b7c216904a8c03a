// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

namespace outlet {

/// Lets this process open as many files and sockets as the system allows it to, which is often more
/// than it is given at first: a socket per outlet adds up.
void raiseOpenFileLimit();

} // namespace outlet
