// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QtGlobal>

namespace outlet {

/// The nearest power that is stored: exact below 1024 mW, beyond that ten significant bits (nine
/// after the leading one), so that a curve of a noisy load packs small and is wrong by 0.1 % at
/// most. What is stored already stays as it is.
[[nodiscard]] qint64 quantise(qint64 milliwatts);

} // namespace outlet
