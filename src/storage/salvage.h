// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

#include "storage/stored_state.h"

namespace outlet {

/// What can still be read of the damaged file at \a path; best effort, from a copy, so that the
/// file stays as it is byte for byte. Steps over broken pages. Never fails: it may find nothing.
[[nodiscard]] StoredState salvage(const QString &path);

} // namespace outlet
