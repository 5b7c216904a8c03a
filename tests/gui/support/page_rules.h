// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QStringList>

namespace outlet {

class PageWindow;

/// What on the page in \a window breaks what holds for every page: something that can be used is
/// without a name, too small to hit, or beside the window; or there is nothing to use.
[[nodiscard]] QStringList brokenRules(const PageWindow &window);

/// What can be used on the page in \a window and is on screen, but never gets the focus while Tab
/// goes once around. Of things that arrows go through (a row of choices) one is enough.
[[nodiscard]] QStringList beyondTab(const PageWindow &window);

/// Whether the ring that shows the keyboard's focus is around what has it now.
[[nodiscard]] bool showsFocusRing(const PageWindow &window);

} // namespace outlet
