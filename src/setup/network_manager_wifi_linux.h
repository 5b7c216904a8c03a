// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QStringList>
#include <QtCore/QVariantMap>
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusError>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusServiceWatcher>
#include <functional>

#include "setup/wifi_service.h"

namespace outlet {

/// Lists and joins Wi-Fi networks through NetworkManager, over D-Bus. Notices when NetworkManager
/// or the adapter comes and goes. What is joined is a connection for the time being: it ends with
/// goBack(), and with the program. No call waits for an answer.
class NetworkManagerWifi : public WifiService
{
    Q_OBJECT
public:
    /// \a bus is the one that NetworkManager is on: the system's, or a test's.
    explicit NetworkManagerWifi(const QDBusConnection &bus, QObject *parent = nullptr);

    [[nodiscard]] bool isAvailable() const override { return m_isAvailable; }
    void scan() override;
    void join(const QString &ssid, SecretText password) override;
    void goBack() override;

private Q_SLOTS:
    // D-Bus finds them by their names.
    void findAdapter();
    void adapterChanged(const QString &interface, const QVariantMap &changed,
                        const QStringList &invalidated);
    void connectionChanged(const QString &interface, const QVariantMap &changed,
                           const QStringList &invalidated);

private:
    /// An access point, as NetworkManager knows it.
    struct AccessPoint
    {
        QString path;
        QByteArray rawSsid; ///< need not be UTF-8
        bool wantsSae = false;
        WifiNetwork network;
    };
    struct Search;
    struct Reading;

    using Answered = std::function<void(const QDBusMessage &)>;
    using Failed = std::function<void(const QDBusError &)>;

    /// Calls a method and comes back with its answer, or with what went wrong.
    void call(const QString &path, const QString &interface, const QString &method,
              const QVariantList &arguments, const Answered &answered, const Failed &failed = {});
    /// The properties of an object; none when it is gone.
    void properties(const QString &path, const QString &interface,
                    const std::function<void(const QVariantMap &)> &then);
    /// Listens to the properties of \a path with \a slot, or no more.
    void listen(const QString &path, const char *slot, bool on);

    void useAdapter(const QString &path, bool isUsable);
    void read();
    void activate(const AccessPoint &point, const QVariantMap &security);
    /// NetworkManager joins; \a number is the attempt that it was asked in.
    void activated(const QDBusMessage &answer, quint64 number);
    void take(uint state);
    void fail(const QString &reason);
    /// Removes what join() made.
    void drop();

    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
    QString m_adapter; ///< object path; empty: none
    bool m_isAvailable = false;
    quint64 m_search = 0;  ///< number of the newest look for an adapter
    quint64 m_reading = 0; ///< number of the newest look for networks
    QList<AccessPoint> m_points;

    QString m_joining;    ///< the network that is being joined; empty: none
    quint64 m_try = 0;    ///< number of the newest attempt to join
    QString m_former;     ///< the connection before, a path; empty: none
    QString m_profile;    ///< the connection that join() made, a path; empty: none
    QString m_connection; ///< and as it is active
};

} // namespace outlet
