// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

namespace outlet {

/// Asks the system to let other threads go first, for as long as the calling thread lives: for
/// threads whose long work must not delay an answer to an outlet or a frame of the window on a
/// machine with few cores. The thread is not starved: it keeps about a quarter of a core that
/// somebody else wants wholly, and all of one that nobody wants. Any thread may call it; where the
/// system refuses, or knows nothing of the kind, nothing changes.
void lowerPriorityOfThisThread();

} // namespace outlet
