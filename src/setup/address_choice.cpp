// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup/address_choice.h"

#include <QtCore/QCoreApplication>
#include <algorithm>

namespace outlet {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("outlet::AddressChoice", text);
}

QString subnetOf(const InterfaceAddress &one)
{
    if (one.prefixLength < 0 || one.prefixLength > 32)
        return {};
    const quint32 mask = one.prefixLength == 0 ? 0u : ~0u << (32 - one.prefixLength);
    return QStringLiteral("%1/%2")
        .arg(QHostAddress(one.address.toIPv4Address() & mask).toString())
        .arg(one.prefixLength);
}

} // namespace

QList<AddressCandidate> serverAddressCandidates(const QList<InterfaceAddress> &all,
                                                const QHostAddress &defaultAddress)
{
    QList<AddressCandidate> candidates;
    for (const QHostAddress &address : reachableFrom(all, defaultAddress)) {
        const auto it = std::find_if(
            all.begin(), all.end(), [&address](const auto &one) { return one.address == address; });
        candidates.append({address, it->interfaceName, subnetOf(*it), it->isDynamic, it->isWired});
    }
    return candidates;
}

QList<AddressCandidate> serverAddressCandidates()
{
    return serverAddressCandidates(interfaceAddresses(), defaultRouteAddress());
}

QString dynamicAddressAdvice(const AddressCandidate &candidate)
{
    if (!candidate.isDynamic.value_or(false))
        return {};
    return tr("The router has lent this computer the address %1 and may give it another one; then "
              "outlets find nobody. Reserve the address for this computer in the router (often "
              "called DHCP reservation).")
        .arg(candidate.address.toString());
}

QString changedAddressText(const QString &remembered, const QList<AddressCandidate> &now)
{
    const QHostAddress before(remembered);
    if (before.isNull() || before.isLoopback() || now.isEmpty() ||
        std::any_of(now.begin(), now.end(),
                    [&before](const auto &each) { return each.address == before; }))
        return {};
    return tr("Outlets were set up for %1, this computer is now %2. Give this computer its old "
              "address again (reserve it in the router), or set the outlets up anew.")
        .arg(remembered, now.first().address.toString());
}

} // namespace outlet
