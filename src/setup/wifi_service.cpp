// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup/wifi_service.h"

#include <algorithm>
#include <utility>

namespace outlet {

namespace {

bool isSame(const WifiNetwork &a, const WifiNetwork &b)
{
    return a.ssid == b.ssid && a.bssid == b.bssid && a.signalPercent == b.signalPercent &&
           a.has24GHz == b.has24GHz && a.isSecured == b.isSecured && a.isCurrent == b.isCurrent;
}

} // namespace

void WifiService::join(const QString &ssid, SecretText)
{
    QMetaObject::invokeMethod(
        this,
        [this, ssid] {
            Q_EMIT joinFailed(ssid, tr("This computer has no service that Outlet can ask to join "
                                       "Wi‑Fi networks: join “%1” in the system’s settings.")
                                        .arg(ssid));
        },
        Qt::QueuedConnection);
}

void WifiService::setNetworks(QList<WifiNetwork> seen)
{
    QList<WifiNetwork> merged;
    std::stable_sort(seen.begin(), seen.end(), [](const WifiNetwork &a, const WifiNetwork &b) {
        return a.signalPercent > b.signalPercent;
    });
    for (const WifiNetwork &network : std::as_const(seen)) {
        if (network.ssid.isEmpty())
            continue; // hidden
        const auto it = std::find_if(merged.begin(), merged.end(), [&network](const auto &other) {
            return other.ssid == network.ssid;
        });
        if (it == merged.end()) {
            merged.append(network);
            continue;
        }
        it->isCurrent = it->isCurrent || network.isCurrent;
        // The access point that an outlet would join is the strongest one on its band.
        if (network.has24GHz && !std::exchange(it->has24GHz, true))
            it->bssid = network.bssid;
    }
    const bool same =
        std::equal(merged.begin(), merged.end(), m_networks.begin(), m_networks.end(), isSame);
    m_networks = std::move(merged);
    if (!same)
        Q_EMIT networksChanged();
}

QList<WifiNetwork> homeNetworks(const QList<WifiNetwork> &all)
{
    QList<WifiNetwork> home;
    std::copy_if(all.begin(), all.end(), std::back_inserter(home), [](const WifiNetwork &network) {
        return network.has24GHz && !network.isOutlet();
    });
    return home;
}

const WifiNetwork *findNetwork(const QList<WifiNetwork> &all, const QString &ssid)
{
    const auto it = std::find_if(all.begin(), all.end(), [&ssid](const WifiNetwork &network) {
        return network.ssid == ssid;
    });
    return it == all.end() ? nullptr : &*it;
}

} // namespace outlet
