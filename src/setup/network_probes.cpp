// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup/network_probes.h"

namespace outlet {

std::unique_ptr<DnsCheck> NetworkProbes::makeDnsCheck(Clock &clock) const
{
    return std::make_unique<DnsCheck>(clock);
}

std::unique_ptr<ReachabilityCheck> NetworkProbes::makeReachabilityCheck(Clock &clock) const
{
    return std::make_unique<ReachabilityCheck>(clock);
}

std::unique_ptr<WifiService> NetworkProbes::makeWifiService() const
{
    return WifiService::create();
}

std::function<QList<Firewall>()> NetworkProbes::firewallProbe() const
{
    return [] { return activeFirewalls(); };
}

QList<AddressCandidate> NetworkProbes::addresses() const
{
    return serverAddressCandidates();
}

} // namespace outlet
