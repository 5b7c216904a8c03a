// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include "base/secret_text.h"

namespace outlet {

/// What Windows wants to know of a network that it is to join once: a WLAN profile, version 1. The
/// network is open when \a password is empty, otherwise WPA2. The text contains the password; wipe
/// it after use. Pure function.
[[nodiscard]] QString wlanProfile(const QByteArray &rawSsid, const SecretText &password);

} // namespace outlet
