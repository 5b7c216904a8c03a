// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup/network_manager_wifi_linux.h"
#include "setup/wifi_service.h"

namespace outlet {

std::unique_ptr<WifiService> WifiService::create()
{
    const QDBusConnection bus = QDBusConnection::systemBus();
    if (!bus.isConnected())
        return std::make_unique<WifiService>(); // words alone
    return std::make_unique<NetworkManagerWifi>(bus);
}

} // namespace outlet
