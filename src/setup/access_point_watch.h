// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <functional>

#include "base/clock.h"
#include "setup/network_addresses.h"

namespace outlet {

/// Watches whether this computer is in an outlet's own network: whether one of its addresses lies
/// in 192.168.4.0/24. Nothing is sent; looks every kPeriod while it is on. One thread.
class AccessPointWatch : public QObject
{
    Q_OBJECT
public:
    using Addresses = std::function<QList<InterfaceAddress>()>;
    static constexpr std::chrono::milliseconds kPeriod{1'000};

    /// \a addresses says which addresses this computer has; by default interfaceAddresses().
    explicit AccessPointWatch(Clock &clock, QObject *parent = nullptr,
                              Addresses addresses = interfaceAddresses);

    /// Looks at once and from then on, or no more.
    void setWatching(bool on);
    [[nodiscard]] bool isReachable() const { return m_isReachable; }

Q_SIGNALS:
    void reachableChanged(bool reachable);

private:
    void look();

    ClockTimer m_timer;
    Addresses m_addresses;
    bool m_isReachable = false;
};

} // namespace outlet
