// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>

#include "setup/network_probes.h"

namespace outlet {

/// A network that is what the test says; nothing is asked and nothing is sent.
class SampleNetwork : public NetworkProbes
{
public:
    /// What is answered about every name, by resolver; "" is the system's. One that is missing
    /// stays silent.
    QHash<QString, QStringList> answers;
    /// Whom to ask; the default is the system's and a router.
    QList<QHostAddress> resolvers{QHostAddress(), QHostAddress(QStringLiteral("192.168.1.1"))};
    ReachabilityCheck::Result reach = ReachabilityCheck::Result::Reachable;
    QList<Firewall> firewallsOn;
    /// Makes what the system has for Wi‑Fi; the default is a computer without.
    std::function<std::unique_ptr<WifiService>()> wifi;
    QList<AddressCandidate> candidates{{QHostAddress(QStringLiteral("192.168.1.24")),
                                        QStringLiteral("wlan0"), QStringLiteral("192.168.1.0/24"),
                                        true}};
    /// How often a name was asked about, and how often the port was tried.
    mutable int asked = 0;
    mutable int tried = 0;

    [[nodiscard]] std::unique_ptr<DnsCheck> makeDnsCheck(Clock &clock) const override;
    [[nodiscard]] std::unique_ptr<ReachabilityCheck>
    makeReachabilityCheck(Clock &clock) const override;
    [[nodiscard]] std::unique_ptr<WifiService> makeWifiService() const override;
    [[nodiscard]] std::function<QList<Firewall>()> firewallProbe() const override;
    [[nodiscard]] QList<AddressCandidate> addresses() const override { return candidates; }
};

} // namespace outlet
