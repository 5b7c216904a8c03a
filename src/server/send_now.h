// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QtGlobal>

namespace outlet {

/// Hands bytes to the system for a connected, non-blocking TCP socket, without waiting. Returns how
/// many it took: fewer than \a size when its buffer is full, 0 also on any error, which the
/// socket's owner will meet when it writes the rest.
[[nodiscard]] qint64 sendNow(qintptr descriptor, const char *data, qint64 size);

} // namespace outlet
