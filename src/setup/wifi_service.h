// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QString>
#include <memory>

#include "base/secret_text.h"

namespace outlet {

/// A Wi-Fi network that this computer sees.
struct WifiNetwork
{
    QString ssid;
    QString bssid;          ///< of its strongest access point, "aa:bb:cc:11:22:33"
    int signalPercent = 0;  ///< 0 to 100
    bool has24GHz = false;  ///< the band outlets use
    bool isSecured = true;  ///< asks for a password
    bool isCurrent = false; ///< this computer is in it

    /// An outlet in its own network (protocol.md 7.1).
    [[nodiscard]] bool isOutlet() const { return ssid.startsWith(QStringLiteral("ESP_")); }
};

/// Lists and joins Wi-Fi networks through the service that the system has for it: NetworkManager on
/// Linux, the WLAN API on Windows. Where there is none, isAvailable() is false and the user gets
/// words instead. One thread; calls never wait.
class WifiService : public QObject
{
    Q_OBJECT
public:
    /// The one of this system; never null.
    [[nodiscard]] static std::unique_ptr<WifiService> create();

    using QObject::QObject;

    /// Whether the service runs and this computer has a Wi-Fi adapter; false until that is known.
    [[nodiscard]] virtual bool isAvailable() const { return false; }
    /// The networks of the last look, strongest first, one entry for each name.
    [[nodiscard]] const QList<WifiNetwork> &networks() const { return m_networks; }
    /// Looks anew; networksChanged() follows when something is different.
    virtual void scan() {}
    /// Joins a network; joined() or joinFailed() follows. What the service needs of the password it
    /// gets; Outlet keeps none. The network is left again, for the one before, with goBack().
    virtual void join(const QString &ssid, SecretText password);
    /// Goes back to the network that join() left; does nothing when there was none.
    virtual void goBack() {}

Q_SIGNALS:
    void availableChanged();
    void networksChanged();
    void joined(const QString &ssid);
    /// \a reason is a sentence.
    void joinFailed(const QString &ssid, const QString &reason);

protected:
    /// Keeps one entry for each name and tells of a difference.
    void setNetworks(QList<WifiNetwork> seen);

private:
    QList<WifiNetwork> m_networks;
};

/// The network names that the user has to choose among when setting up: those on 2.4 GHz that are
/// no outlets.
[[nodiscard]] QList<WifiNetwork> homeNetworks(const QList<WifiNetwork> &all);

/// The network with this name, as far as it is seen; null otherwise.
[[nodiscard]] const WifiNetwork *findNetwork(const QList<WifiNetwork> &all, const QString &ssid);

} // namespace outlet
