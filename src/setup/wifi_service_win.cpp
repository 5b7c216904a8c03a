// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup/wifi_service.h"
#include "setup/wlan_wifi_win.h"

namespace outlet {

std::unique_ptr<WifiService> WifiService::create()
{
    return std::make_unique<WlanWifi>();
}

} // namespace outlet
