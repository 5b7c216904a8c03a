// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup/network_addresses.h"

#include <QtNetwork/QNetworkInterface>
#include <QtNetwork/QUdpSocket>
#include <algorithm>
#include <array>

namespace outlet {

namespace {

bool hasVirtualName(const QNetworkInterface &interface)
{
    if (interface.type() == QNetworkInterface::Virtual)
        return true;
    constexpr std::array kBeginnings{
        "docker", "veth",      "br-",       "virbr",      "vmnet",  "vboxnet", "tun",
        "tap",    "wg",        "lxc",       "lxd",        "cni",    "flannel", "podman",
        "zt",     "tailscale", "vethernet", "virtualbox", "vmware",
    };
    const QString names[] = {interface.name(), interface.humanReadableName()};
    return std::any_of(kBeginnings.begin(), kBeginnings.end(), [&names](const char *beginning) {
        const QLatin1StringView text(beginning);
        return names[0].startsWith(text, Qt::CaseInsensitive) ||
               names[1].startsWith(text, Qt::CaseInsensitive);
    });
}

/// Addresses that a router gives have an end; ones that were typed in do not.
std::optional<bool> isDynamic(const QNetworkAddressEntry &entry)
{
    return entry.isLifetimeKnown() ? std::optional(!entry.isPermanent()) : std::nullopt;
}

std::optional<bool> isWired(const QNetworkInterface &interface)
{
    // Without the old wireless extensions of Linux, Qt takes an adapter for Wi‑Fi for Ethernet.
    const bool isRadioByName = interface.name().startsWith(QLatin1StringView("wl"));
    if (interface.type() == QNetworkInterface::Wifi || isRadioByName)
        return false;
    return interface.type() == QNetworkInterface::Ethernet ? std::optional(true) : std::nullopt;
}

/// RFC 1918; QHostAddress can tell by itself from Qt 6.6 on.
bool isPrivate(const QHostAddress &address)
{
    return address.isInSubnet(QHostAddress(QStringLiteral("10.0.0.0")), 8) ||
           address.isInSubnet(QHostAddress(QStringLiteral("172.16.0.0")), 12) ||
           address.isInSubnet(QHostAddress(QStringLiteral("192.168.0.0")), 16);
}

} // namespace

QList<InterfaceAddress> interfaceAddresses()
{
    QList<InterfaceAddress> all;
    for (const QNetworkInterface &interface : QNetworkInterface::allInterfaces()) {
        const auto flags = interface.flags();
        if (flags & QNetworkInterface::IsLoopBack)
            continue;
        for (const QNetworkAddressEntry &entry : interface.addressEntries())
            all.append({interface.humanReadableName(), entry.ip(),
                        flags.testFlag(QNetworkInterface::IsUp) &&
                            flags.testFlag(QNetworkInterface::IsRunning),
                        hasVirtualName(interface), entry.prefixLength(), isDynamic(entry),
                        isWired(interface)});
    }
    return all;
}

QHostAddress defaultRouteAddress()
{
    // Connecting a UDP socket only makes the system choose a route. 192.0.2.0/24 is documentation.
    QUdpSocket socket;
    socket.connectToHost(QHostAddress(QStringLiteral("192.0.2.1")), 9);
    return socket.state() == QAbstractSocket::ConnectedState ? socket.localAddress()
                                                             : QHostAddress();
}

QList<QHostAddress> reachableFrom(const QList<InterfaceAddress> &all,
                                  const QHostAddress &defaultAddress)
{
    QList<QHostAddress> found;
    for (const InterfaceAddress &one : all) {
        const bool isDefault = one.address == defaultAddress;
        if (one.address.protocol() != QAbstractSocket::IPv4Protocol || one.address.isLoopback() ||
            one.address.isLinkLocal() || found.contains(one.address) ||
            !(isDefault || (one.isUsable && !one.isVirtual)))
            continue;
        found.append(one.address);
    }
    const auto rank = [&defaultAddress](const QHostAddress &address) {
        if (address == defaultAddress)
            return 0;
        return isPrivate(address) ? 1 : 2;
    };
    std::stable_sort(found.begin(), found.end(),
                     [&rank](const auto &a, const auto &b) { return rank(a) < rank(b); });
    return found;
}

bool isNearby(const QHostAddress &address, const QList<InterfaceAddress> &own)
{
    if (address.protocol() != QAbstractSocket::IPv4Protocol)
        return false;
    return address.isLoopback() || address.isLinkLocal() || isPrivate(address) ||
           std::any_of(own.begin(), own.end(), [&address](const InterfaceAddress &each) {
               return each.prefixLength > 0 &&
                      each.address.protocol() == QAbstractSocket::IPv4Protocol &&
                      address.isInSubnet(each.address, each.prefixLength);
           });
}

QString hostAndPort(const QHostAddress &address, quint16 port)
{
    const bool isIpv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return QString(isIpv6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2"))
        .arg(address.toString())
        .arg(port);
}

} // namespace outlet
