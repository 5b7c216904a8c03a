// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <utility>

#include "setup/network_manager_names_linux.h"
#include "setup/network_manager_wifi_linux.h"

namespace outlet {

using namespace nm;

void NetworkManagerWifi::join(const QString &ssid, SecretText password)
{
    if (!m_isAvailable)
        return WifiService::join(ssid, std::move(password));
    const AccessPoint *best = nullptr;
    for (const AccessPoint &point : std::as_const(m_points)) {
        if (point.network.ssid == ssid &&
            (!best || point.network.signalPercent > best->network.signalPercent))
            best = &point;
    }
    const quint64 number = ++m_try;
    m_joining = ssid;
    if (!best) {
        QMetaObject::invokeMethod(
            this,
            [this, number, ssid] {
                if (number == m_try)
                    fail(
                        tr("“%1” is not in reach any more. Go closer and search again.").arg(ssid));
            },
            Qt::QueuedConnection);
        return;
    }
    QVariantMap security;
    if (!password.isEmpty()) {
        security = {{QStringLiteral("key-mgmt"),
                     best->wantsSae ? QStringLiteral("sae") : QStringLiteral("wpa-psk")},
                    {QStringLiteral("psk"), QString::fromUtf8(password.view())}};
    }
    if (!m_profile.isEmpty())
        return activate(*best, security); // where to go back to is known from the first time
    properties(m_adapter, kDevice,
               [this, number, point = *best, security](const QVariantMap &device) {
                   const QString active = pathIn(device.value(QStringLiteral("ActiveConnection")));
                   if (number != m_try)
                       return;
                   if (active.isEmpty()) {
                       m_former.clear();
                       return activate(point, security);
                   }
                   properties(active, kActive,
                              [this, number, point, security](const QVariantMap &connection) {
                                  if (number != m_try)
                                      return;
                                  m_former = pathIn(connection.value(QStringLiteral("Connection")));
                                  activate(point, security);
                              });
               });
}

void NetworkManagerWifi::activate(const AccessPoint &point, const QVariantMap &security)
{
    drop();
    ConnectionSettings settings;
    settings[QStringLiteral("connection")] = {
        {QStringLiteral("id"), tr("Outlet: %1").arg(point.network.ssid)},
        {QStringLiteral("type"), QStringLiteral("802-11-wireless")},
        {QStringLiteral("autoconnect"), false}};
    settings[QStringLiteral("802-11-wireless")] = {{QStringLiteral("ssid"), point.rawSsid}};
    if (!security.isEmpty())
        settings[QStringLiteral("802-11-wireless-security")] = security;
    // The rest of the network stays reachable over a cable.
    settings[QStringLiteral("ipv4")] = {{QStringLiteral("method"), QStringLiteral("auto")},
                                        {QStringLiteral("never-default"), true}};
    settings[QStringLiteral("ipv6")] = {{QStringLiteral("method"), QStringLiteral("ignore")}};
    const QVariantList common{QVariant::fromValue(settings),
                              QVariant::fromValue(QDBusObjectPath(m_adapter)),
                              QVariant::fromValue(QDBusObjectPath(point.path))};
    const auto answered = [this, number = m_try](const QDBusMessage &answer) {
        activated(answer, number);
    };
    const auto failed = [this, number = m_try](const QDBusError &error) {
        if (number == m_try)
            fail(tr("NetworkManager does not join it: %1").arg(error.message()));
    };
    // Nothing is written to the disk, and it ends when the program does, however that ends.
    const QVariantMap options{{QStringLiteral("persist"), QStringLiteral("volatile")},
                              {QStringLiteral("bind-activation"), QStringLiteral("dbus-client")}};
    call(kManagerPath, kManager, QStringLiteral("AddAndActivateConnection2"),
         QVariantList(common) << options, answered,
         [this, number = m_try, common, answered, failed](const QDBusError &error) {
             if (error.type() != QDBusError::UnknownMethod)
                 return failed(error);
             if (number == m_try) // NetworkManager before 1.16
                 call(kManagerPath, kManager, QStringLiteral("AddAndActivateConnection"), common,
                      answered, failed);
         });
}

void NetworkManagerWifi::activated(const QDBusMessage &answer, quint64 number)
{
    drop();
    m_profile = pathIn(answer.arguments().value(0));
    m_connection = pathIn(answer.arguments().value(1));
    if (number != m_try && m_joining.isEmpty())
        return goBack(); // nobody wants it any more
    if (number != m_try)
        return drop(); // another one is wanted by now
    if (m_connection.isEmpty())
        return take(kActiveDeactivated);
    listen(m_connection, SLOT(connectionChanged(QString, QVariantMap, QStringList)), true);
    properties(m_connection, kActive, [this, number = m_try](const QVariantMap &connection) {
        // An object that is gone has no state: the connection ended at once.
        if (number == m_try)
            take(connection.value(QStringLiteral("State"), kActiveDeactivated).toUInt());
    });
}

void NetworkManagerWifi::connectionChanged(const QString &interface, const QVariantMap &changed,
                                           const QStringList &)
{
    const auto state = changed.constFind(QStringLiteral("State"));
    if (interface == kActive && state != changed.constEnd())
        take(state->toUInt());
}

void NetworkManagerWifi::take(uint state)
{
    if (m_joining.isEmpty())
        return;
    if (state == kActiveActivated)
        Q_EMIT joined(std::exchange(m_joining, {}));
    else if (state == kActiveDeactivated)
        fail(tr("The network did not let this computer in, or was lost at once."));
}

void NetworkManagerWifi::fail(const QString &reason)
{
    const QString ssid = std::exchange(m_joining, {});
    goBack();
    Q_EMIT joinFailed(ssid, reason);
}

void NetworkManagerWifi::goBack()
{
    ++m_try;
    m_joining.clear();
    if (m_profile.isEmpty())
        return;
    const QString none = QStringLiteral("/");
    if (!m_former.isEmpty())
        call(kManagerPath, kManager, QStringLiteral("ActivateConnection"),
             {QVariant::fromValue(QDBusObjectPath(m_former)),
              QVariant::fromValue(QDBusObjectPath(m_adapter.isEmpty() ? none : m_adapter)),
              QVariant::fromValue(QDBusObjectPath(none))},
             {});
    else if (!m_connection.isEmpty())
        call(kManagerPath, kManager, QStringLiteral("DeactivateConnection"),
             {QVariant::fromValue(QDBusObjectPath(m_connection))}, {});
    m_former.clear();
    drop();
}

void NetworkManagerWifi::drop()
{
    listen(m_connection, SLOT(connectionChanged(QString, QVariantMap, QStringList)), false);
    m_connection.clear();
    // One that was to last no longer than it is active may be gone by itself.
    if (!m_profile.isEmpty())
        call(std::exchange(m_profile, {}), kProfile, QStringLiteral("Delete"), {}, {});
}

} // namespace outlet
