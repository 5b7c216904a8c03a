// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup/wifi_service.h"

namespace outlet {

std::unique_ptr<WifiService> WifiService::create()
{
    return std::make_unique<WifiService>();
}

} // namespace outlet
