// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup/access_point_watch.h"

#include <algorithm>
#include <utility>

namespace outlet {

AccessPointWatch::AccessPointWatch(Clock &clock, QObject *parent, Addresses addresses)
    : QObject(parent)
    , m_timer(clock, [this] { look(); })
    , m_addresses(std::move(addresses))
{
}

void AccessPointWatch::setWatching(bool on)
{
    if (on)
        look();
    else
        m_timer.stop();
}

void AccessPointWatch::look()
{
    const QHostAddress network(QStringLiteral("192.168.4.0"));
    const QList<InterfaceAddress> all = m_addresses();
    const bool reachable =
        std::any_of(all.begin(), all.end(), [&network](const InterfaceAddress &one) {
            return one.isUsable && one.address.isInSubnet(network, 24);
        });
    m_timer.start(kPeriod);
    if (std::exchange(m_isReachable, reachable) != reachable)
        Q_EMIT reachableChanged(reachable);
}

} // namespace outlet
