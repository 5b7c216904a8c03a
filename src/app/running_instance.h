// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

#include "control/window_wish.h"

namespace outlet {

/// What became of asking the program that already uses a data folder to show its window.
enum class RaiseResult {
    NothingRuns, ///< nobody answers: go on and start
    Raised,
    NoWindow, ///< outletd runs, or whoever runs does not answer
};

/// Asks the program that serves \a dataDir to show its window and do \a wish. Waits for up to three
/// seconds: for the start of a program, before there is a window.
[[nodiscard]] RaiseResult raiseRunningInstance(const QString &dataDir, const WindowWish &wish = {});

} // namespace outlet
