// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup/setup_context.h"

#include <algorithm>

#include "setup/setup_run.h"

namespace outlet {

SetupContext setupContext(const SetupRun &run, const QList<AddressCandidate> &addresses,
                          const QList<WifiNetwork> &networks)
{
    const SetupRequest &request = run.request();
    SetupContext context;
    context.way = request.way;
    context.ssid = request.ssid;
    context.serverAddress = request.serverAddress.toString();
    context.serverPort = request.serverPort;
    context.layout = request.layout;
    context.firewalls = run.firewalls();
    context.isSent = run.reachedAfter(SetupStage::Sent).has_value();
    const auto own =
        std::find_if(addresses.begin(), addresses.end(), [&request](const AddressCandidate &each) {
            return each.address == request.serverAddress;
        });
    if (own != addresses.end()) {
        context.isWired = own->isWired.value_or(false);
        context.subnet = own->subnet;
    }
    if (const WifiNetwork *const home = findNetwork(networks, request.ssid)) {
        context.isOnly5GHz = !home->has24GHz;
        if (home->has24GHz)
            context.signalPercent = home->signalPercent;
    }
    const auto outlet = std::find_if(networks.begin(), networks.end(),
                                     [](const WifiNetwork &each) { return each.isOutlet(); });
    if (outlet != networks.end())
        context.outletNetwork = outlet->ssid;
    return context;
}

} // namespace outlet
