// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QStringList>

namespace outlet {

class PageWindow;

/// What on the page in \a window breaks what holds for every page: something that can be used is
/// without a name, too small to hit, or beside the window; or there is nothing to use.
[[nodiscard]] QStringList brokenRules(const PageWindow &window);

} // namespace outlet
