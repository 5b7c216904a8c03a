// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <winsock2.h>

#include <iphlpapi.h>

#include "setup/dns_check.h"

#include <QtCore/QtEndian>

namespace outlet {

QHostAddress defaultGateway()
{
    // The route to an address of the documentation: nothing is sent.
    MIB_IPFORWARDROW route{};
    const DWORD outside = qToBigEndian<quint32>(0xc0000201u);
    if (GetBestRoute(outside, 0, &route) != NO_ERROR || route.dwForwardNextHop == 0)
        return {};
    return QHostAddress(qFromBigEndian<quint32>(route.dwForwardNextHop));
}

} // namespace outlet
