// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

class QQmlEngine;

namespace outlet {

/// Makes `import Outlet` work in \a engine: registers the types that are linked in statically and
/// tells where their QML files and the icons lie.
void useQmlModule(QQmlEngine &engine);

} // namespace outlet
