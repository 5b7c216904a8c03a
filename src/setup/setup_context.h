// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <optional>

#include "setup/address_choice.h"
#include "setup/firewall.h"
#include "setup/setup_types.h"
#include "setup/wifi_service.h"

namespace outlet {

class SetupRun;

/// What is known besides a failure itself: what was tried, and what this computer sees around it.
struct SetupContext
{
    SetupWay way = SetupWay::SmartConfig;
    QString ssid;
    QString serverAddress;
    quint16 serverPort = 0;
    protocol::EspTouchLayout layout = protocol::EspTouchLayout::Classic;
    QList<Firewall> firewalls;  ///< that are on
    bool isWired = false;       ///< this computer sends through a cable
    bool isOnly5GHz = false;    ///< this computer sees the network, and not on 2.4 GHz
    QString outletNetwork = {}; ///< an outlet's own network that is in reach; empty: none seen
    /// How well this computer receives the network that the outlet is to join; empty: not known.
    std::optional<int> signalPercent = std::nullopt;
    bool isSent = true;  ///< name and password have gone out whole at least once
    QString subnet = {}; ///< of this computer's address, "192.168.1.0/24"; empty: not known
};

/// What \a run has come to, with this computer's \a addresses and the \a networks that it sees.
[[nodiscard]] SetupContext setupContext(const SetupRun &run,
                                        const QList<AddressCandidate> &addresses,
                                        const QList<WifiNetwork> &networks);

} // namespace outlet
