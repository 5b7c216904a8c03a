// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <optional>

#include "setup/network_addresses.h"

namespace outlet {

/// An address of this computer that an outlet could be told.
struct AddressCandidate
{
    QHostAddress address;
    QString interfaceName; ///< as people see it, e.g. "Wi-Fi" on Windows, "wlan0" on Linux
    QString subnet;        ///< "192.168.1.0/24"; empty when it is not known
    /// It comes from the router for a time (DHCP) and may become another one; empty: not known.
    std::optional<bool> isDynamic;
    std::optional<bool> isWired = std::nullopt; ///< by cable or by radio; empty: not known
};

/// The addresses an outlet could be told, the likely one first. Several: the user has to choose.
[[nodiscard]] QList<AddressCandidate> serverAddressCandidates(const QList<InterfaceAddress> &all,
                                                              const QHostAddress &defaultAddress);
/// The same for this computer as it is now.
[[nodiscard]] QList<AddressCandidate> serverAddressCandidates();

/// What to do about an address that may change, as a sentence; empty when nothing has to be done.
[[nodiscard]] QString dynamicAddressAdvice(const AddressCandidate &candidate);

/// Outlets keep the address that they were told. When this computer has it no more: what to say,
/// "Outlets were set up for 192.168.1.20, this computer is now 192.168.1.37. …". Empty when
/// \a remembered is empty or still one of \a now, or when this computer has no address at all.
[[nodiscard]] QString changedAddressText(const QString &remembered,
                                         const QList<AddressCandidate> &now);

} // namespace outlet
