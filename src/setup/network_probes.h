// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>

#include "setup/address_choice.h"
#include "setup/dns_check.h"
#include "setup/firewall.h"
#include "setup/reachability_check.h"
#include "setup/wifi_service.h"

namespace outlet {

/// The ways in which the program looks at the network around it. Tests bring others that ask
/// nobody. One thread.
class NetworkProbes
{
public:
    NetworkProbes() = default;
    virtual ~NetworkProbes() = default;
    Q_DISABLE_COPY_MOVE(NetworkProbes)

    /// \a clock must outlive the check.
    [[nodiscard]] virtual std::unique_ptr<DnsCheck> makeDnsCheck(Clock &clock) const;
    /// \a clock must outlive the check.
    [[nodiscard]] virtual std::unique_ptr<ReachabilityCheck>
    makeReachabilityCheck(Clock &clock) const;
    [[nodiscard]] virtual std::unique_ptr<WifiService> makeWifiService() const;
    /// Says which firewalls are on; to be called on another thread, where it may outlive this.
    [[nodiscard]] virtual std::function<QList<Firewall>()> firewallProbe() const;
    /// This computer's addresses that outlets can be told, the likely one first.
    [[nodiscard]] virtual QList<AddressCandidate> addresses() const;
};

} // namespace outlet
