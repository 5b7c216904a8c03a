// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "server/peer_address.h"

#include <algorithm>

namespace outlet {

QHostAddress normalizedPeer(const QHostAddress &peer)
{
    bool isIpv4 = false;
    const quint32 ipv4 = peer.toIPv4Address(&isIpv4);
    return isIpv4 ? QHostAddress(ipv4) : peer;
}

namespace {

bool isLocalIpv4(quint32 address)
{
    struct Subnet
    {
        quint32 prefix;
        quint32 mask;
    };
    static constexpr Subnet subnets[] = {
        {0x7f000000, 0xff000000}, // 127.0.0.0/8
        {0x0a000000, 0xff000000}, // 10.0.0.0/8
        {0xac100000, 0xfff00000}, // 172.16.0.0/12
        {0xc0a80000, 0xffff0000}, // 192.168.0.0/16
        {0xa9fe0000, 0xffff0000}, // 169.254.0.0/16
    };
    return std::any_of(std::begin(subnets), std::end(subnets), [address](const Subnet &subnet) {
        return (address & subnet.mask) == subnet.prefix;
    });
}

bool isLocalIpv6(const Q_IPV6ADDR &address)
{
    const bool isUniqueLocal = (address[0] & 0xfe) == 0xfc;
    const bool isLinkLocal = address[0] == 0xfe && (address[1] & 0xc0) == 0x80;
    return isUniqueLocal || isLinkLocal;
}

} // namespace

bool isAdmissiblePeer(const QHostAddress &peer, const QList<QPair<QHostAddress, int>> &extraSubnets)
{
    const QHostAddress address = normalizedPeer(peer);
    bool isLocal = false;
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        isLocal = isLocalIpv4(address.toIPv4Address());
    else if (address.protocol() == QAbstractSocket::IPv6Protocol)
        isLocal = address.isLoopback() || isLocalIpv6(address.toIPv6Address());
    return isLocal ||
           std::any_of(extraSubnets.begin(), extraSubnets.end(),
                       [&address](const auto &subnet) { return address.isInSubnet(subnet); });
}

} // namespace outlet
