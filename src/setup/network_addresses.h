// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtNetwork/QHostAddress>
#include <optional>

namespace outlet {

/// An address of this computer and the interface that has it.
struct InterfaceAddress
{
    QString interfaceName; ///< e.g. "wlan0"
    QHostAddress address;
    bool isUsable = true;   ///< the interface is up
    bool isVirtual = false; ///< of a container, a virtual machine or a tunnel
    int prefixLength = -1;  ///< of its network; -1: not known
    /// Given for a time (DHCP) and able to become another one; empty: not known.
    std::optional<bool> isDynamic = std::nullopt;
    std::optional<bool> isWired = std::nullopt; ///< by cable or by radio; empty: not known
};

/// The addresses of this computer, all of them, loopback left out.
[[nodiscard]] QList<InterfaceAddress> interfaceAddresses();

/// The address that this computer shows to the rest of the network by default; null when there is
/// no way out. Nothing is sent.
[[nodiscard]] QHostAddress defaultRouteAddress();

/// Those of \a all at which outlets can reach this computer, likely ones first: the default one,
/// then other private IPv4 addresses, then other IPv4 addresses. Outlets speak IPv4 alone.
[[nodiscard]] QList<QHostAddress> reachableFrom(const QList<InterfaceAddress> &all,
                                                const QHostAddress &defaultAddress);

/// Whether somebody with this IPv4 address can be in a network of this computer, whose addresses
/// are \a own: private, link-local and loopback addresses, and those of its own networks.
[[nodiscard]] bool isNearby(const QHostAddress &address, const QList<InterfaceAddress> &own);

/// "ADDRESS:PORT" with brackets round an IPv6 address.
[[nodiscard]] QString hostAndPort(const QHostAddress &address, quint16 port);

} // namespace outlet
