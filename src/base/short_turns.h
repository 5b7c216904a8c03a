// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

namespace outlet {

/// Asks the system to give the calling thread the processor in many short turns instead of few long
/// ones: it gets no more time, but waits less for a thread that is in the middle of its own turn.
/// For the thread that answers outlets, beside others that work for long (the history's writer).
/// Threads and processes that it starts later have ordinary turns. A wish: where the system does
/// not know it (Linux before 6.12, Windows) or refuses it, nothing changes, and only a debug line
/// tells.
void askForShortTurns();

} // namespace outlet
