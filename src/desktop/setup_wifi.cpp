// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/setup_wifi.h"

#include <algorithm>
#include <utility>

namespace outlet {

SetupWifi::SetupWifi(Clock &clock, const NetworkProbes &network, QObject *parent)
    : QObject(parent)
    , m_network(network)
{
    useWatch(std::make_unique<AccessPointWatch>(clock));
}

SetupWifi::~SetupWifi() = default;

void SetupWifi::setWatch(std::unique_ptr<AccessPointWatch> watch)
{
    useWatch(std::move(watch));
    Q_EMIT changed();
}

void SetupWifi::useService(std::unique_ptr<WifiService> service)
{
    m_service = std::move(service);
    connect(m_service.get(), &WifiService::availableChanged, this, [this] {
        if (m_service->isAvailable())
            m_service->scan();
        Q_EMIT changed();
    });
    connect(m_service.get(), &WifiService::networksChanged, this, &SetupWifi::changed);
    connect(m_service.get(), &WifiService::joined, this, [this] {
        m_joining.clear();
        Q_EMIT changed();
    });
    connect(m_service.get(), &WifiService::joinFailed, this,
            [this](const QString &, const QString &reason) {
                m_joining.clear();
                m_problem = reason;
                Q_EMIT changed();
            });
}

void SetupWifi::useWatch(std::unique_ptr<AccessPointWatch> watch)
{
    m_watch = std::move(watch);
    connect(m_watch.get(), &AccessPointWatch::reachableChanged, this, [this](bool isReachable) {
        Q_EMIT changed();
        if (isReachable && m_isWatching)
            Q_EMIT cameNear();
    });
}

bool SetupWifi::isHelpful() const
{
    return m_service && m_service->isAvailable();
}

QStringList SetupWifi::homeNames() const
{
    QStringList names;
    if (m_service) {
        for (const WifiNetwork &network : homeNetworks(m_service->networks()))
            names += network.ssid;
    }
    return names;
}

QStringList SetupWifi::outletNames() const
{
    QStringList names;
    if (m_service) {
        for (const WifiNetwork &network : m_service->networks()) {
            if (network.isOutlet())
                names += network.ssid;
        }
    }
    return names;
}

QString SetupWifi::currentName() const
{
    if (!m_service)
        return {};
    const QList<WifiNetwork> home = homeNetworks(m_service->networks());
    const auto it = std::find_if(home.begin(), home.end(),
                                 [](const WifiNetwork &network) { return network.isCurrent; });
    return it == home.end() ? QString() : it->ssid;
}

protocol::MacAddress SetupWifi::bssidOf(const QString &name) const
{
    const QList<WifiNetwork> home = homeNetworks(networks());
    const WifiNetwork *const network = findNetwork(home, name);
    return network ? protocol::macFromText(network->bssid).value_or(protocol::MacAddress{})
                   : protocol::MacAddress{};
}

bool SetupWifi::isOnly5GHz(const QString &name) const
{
    const QList<WifiNetwork> all = networks();
    const WifiNetwork *const network = findNetwork(all, name);
    return network && !network->has24GHz;
}

QList<WifiNetwork> SetupWifi::networks() const
{
    return m_service ? m_service->networks() : QList<WifiNetwork>();
}

void SetupWifi::search()
{
    if (!m_service)
        useService(m_network.makeWifiService());
    if (m_service->isAvailable())
        m_service->scan();
    Q_EMIT changed();
}

void SetupWifi::join(const QString &name)
{
    if (!m_joining.isEmpty() || !outletNames().contains(name))
        return;
    m_joining = name;
    m_problem.clear();
    m_hasLeft = true;
    m_service->join(name, SecretText());
    Q_EMIT changed();
}

void SetupWifi::goBack()
{
    m_joining.clear();
    m_problem.clear();
    if (std::exchange(m_hasLeft, false))
        m_service->goBack();
    Q_EMIT changed();
}

void SetupWifi::setWatching(bool on)
{
    if (on == m_isWatching)
        return;
    m_watch->setWatching(on); // before it counts: who is there already has not come
    m_isWatching = on;
}

} // namespace outlet
