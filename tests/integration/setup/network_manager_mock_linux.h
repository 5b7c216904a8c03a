// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtCore/QVariantMap>
#include <QtDBus/QDBusConnection>
#include <memory>

namespace outlet::test {

/// python-dbusmock's NetworkManager on a bus of the test's own. The system's bus is never touched.
class NetworkManagerMock
{
public:
    static const QString kName;
    static const QString kRoot;
    static constexpr uint kOpen = 0;
    static constexpr uint kPsk = 0x100;
    static constexpr uint kSae = 0x400;

    /// Whether the programs are there that this needs.
    [[nodiscard]] static bool isInstalled();

    NetworkManagerMock() = default;
    ~NetworkManagerMock();
    Q_DISABLE_COPY_MOVE(NetworkManagerMock)

    /// The bus; false when it does not come up.
    [[nodiscard]] bool startBus();
    void stopBus();
    /// NetworkManager, without an adapter.
    [[nodiscard]] bool startManager();
    /// Ends it as if it had crashed; returns once the bus knows.
    void stopManager();
    [[nodiscard]] QDBusConnection bus() const;
    /// Where other programs find it, for DBUS_SYSTEM_BUS_ADDRESS.
    [[nodiscard]] const QString &busAddress() const { return m_address; }

    /// Calls a method of the mock's own.
    QVariant ask(const QString &path, const QString &method, const QVariantList &arguments);
    /// Adds an adapter for Wi-Fi in this NMDeviceState: 30 is disconnected.
    QString addAdapter(int state = 30);
    /// Adds an access point that the adapter sees; returns its path.
    QString addPoint(const QString &name, const QString &ssid, uint megahertz, int percent,
                     uint security);
    void set(const QString &path, const QString &interface, const QVariantMap &values);
    /// Makes it one of 1.16 and newer, which know of connections that are not kept.
    void learnVolatile();
    /// Lets everything happen that is under way: a bus keeps messages in their order.
    void settle();
    /// The methods that were called at NetworkManager, with their arguments.
    [[nodiscard]] QString log() const;

    QString adapter; ///< the path of the one that sees access points

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    std::unique_ptr<QProcess> m_manager;
    QString m_address;
};

} // namespace outlet::test
