// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

namespace outlet {

/// Makes the program's main event loop cheap with thousands of sockets. Call once, before the
/// QCoreApplication is made, in programs without windows.
///
/// Qt's own loops look at every socket whenever one has something to say; on Linux this installs
/// one that does not (epoll). Elsewhere it does nothing.
void installSocketDispatcher();

} // namespace outlet
