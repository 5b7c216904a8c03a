// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <optional>

#include "base/secret_text.h"

namespace outlet {

/// Reads a password from standard input: from a terminal after \a prompt and without showing what
/// is typed, otherwise the first line. Its end is not part of it; an empty one is a password as
/// well. Empty when standard input can't be read. Waits for the user.
[[nodiscard]] std::optional<SecretText> readPassword(const QString &prompt);

} // namespace outlet
