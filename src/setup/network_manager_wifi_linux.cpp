// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup/network_manager_wifi_linux.h"

#include <QtDBus/QDBusArgument>
#include <QtDBus/QDBusMetaType>
#include <QtDBus/QDBusPendingCallWatcher>
#include <algorithm>
#include <memory>
#include <utility>

#include "setup/network_manager_names_linux.h"

namespace outlet {

using namespace nm;

namespace {

WifiNetwork networkFrom(const QVariantMap &point, const QByteArray &rawSsid)
{
    const auto number = [&point](const char *name) {
        return point.value(QString::fromLatin1(name)).toUInt();
    };
    WifiNetwork network;
    network.ssid = QString::fromUtf8(rawSsid);
    if (network.ssid.toUtf8() != rawSsid)
        network.ssid.clear(); // a name that can't be shown can't be chosen
    network.bssid = point.value(QStringLiteral("HwAddress")).toString().toLower();
    network.signalPercent = std::min(100, point.value(QStringLiteral("Strength")).toInt());
    const uint megahertz = number("Frequency");
    network.has24GHz = megahertz >= 2400 && megahertz < 2500;
    network.isSecured =
        (number("Flags") & kFlagPrivacy) != 0 || number("WpaFlags") != 0 || number("RsnFlags") != 0;
    return network;
}

} // namespace

/// A look for an adapter: which of the devices is the best one.
struct NetworkManagerWifi::Search
{
    qsizetype waiting = 0;
    QString best;
    uint state = 0;
};

/// A look for networks.
struct NetworkManagerWifi::Reading
{
    qsizetype waiting = 0;
    QString current;
    QList<AccessPoint> points;
};

NetworkManagerWifi::NetworkManagerWifi(const QDBusConnection &bus, QObject *parent)
    : WifiService(parent)
    , m_bus(bus)
    , m_watcher(kService, bus,
                QDBusServiceWatcher::WatchForRegistration |
                    QDBusServiceWatcher::WatchForUnregistration)
{
    qDBusRegisterMetaType<ConnectionSettings>();
    connect(&m_watcher, &QDBusServiceWatcher::serviceRegistered, this,
            &NetworkManagerWifi::findAdapter);
    connect(&m_watcher, &QDBusServiceWatcher::serviceUnregistered, this, [this] {
        ++m_search;
        useAdapter({}, false);
    });
    // Without the sender's name: naming it would wait for the bus to say who that is. A signal
    // from somebody else only makes us ask NetworkManager.
    for (const QString &signal : {QStringLiteral("DeviceAdded"), QStringLiteral("DeviceRemoved")})
        m_bus.connect({}, kManagerPath, kManager, signal, this, SLOT(findAdapter()));
    findAdapter();
}

void NetworkManagerWifi::call(const QString &path, const QString &interface, const QString &method,
                              const QVariantList &arguments, const Answered &answered,
                              const Failed &failed)
{
    QDBusMessage message = QDBusMessage::createMethodCall(kService, path, interface, method);
    message.setArguments(arguments);
    message.setAutoStartService(false);
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [watcher, answered, failed] {
        watcher->deleteLater();
        if (!watcher->isError()) {
            if (answered)
                answered(watcher->reply());
        } else if (failed) {
            failed(watcher->error());
        }
    });
}

void NetworkManagerWifi::properties(const QString &path, const QString &interface,
                                    const std::function<void(const QVariantMap &)> &then)
{
    call(
        path, kProperties, QStringLiteral("GetAll"), {interface},
        [then](const QDBusMessage &answer) {
            then(qdbus_cast<QVariantMap>(answer.arguments().value(0)));
        },
        [then](const QDBusError &) { then({}); });
}

void NetworkManagerWifi::listen(const QString &path, const char *slot, bool on)
{
    if (path.isEmpty())
        return;
    const QString signal = QStringLiteral("PropertiesChanged");
    if (on)
        m_bus.connect({}, path, kProperties, signal, this, slot);
    else
        m_bus.disconnect({}, path, kProperties, signal, this, slot);
}

void NetworkManagerWifi::findAdapter()
{
    const quint64 number = ++m_search;
    const auto end = [this, number](const Search &search) {
        if (number == m_search)
            useAdapter(search.best, search.state >= kDeviceDisconnected);
    };
    const auto found = [this, end](const QDBusMessage &answer) {
        const auto paths = qdbus_cast<QList<QDBusObjectPath>>(answer.arguments().value(0));
        const auto search = std::make_shared<Search>();
        search->waiting = paths.size();
        if (paths.isEmpty())
            return end(*search);
        for (const QDBusObjectPath &path : paths) {
            properties(path.path(), kDevice, [path, search, end](const QVariantMap &device) {
                const uint state = device.value(QStringLiteral("State")).toUInt();
                const bool isWifi =
                    device.value(QStringLiteral("DeviceType")).toUInt() == kTypeWifi;
                if (isWifi && (search->best.isEmpty() || state > search->state)) {
                    search->best = path.path();
                    search->state = state;
                }
                if (--search->waiting == 0)
                    end(*search);
            });
        }
    };
    call(kManagerPath, kManager, QStringLiteral("GetDevices"), {}, found,
         [end](const QDBusError &) { end({}); }); // NetworkManager does not run
}

void NetworkManagerWifi::useAdapter(const QString &path, bool isUsable)
{
    if (path != m_adapter) {
        const char *slot = SLOT(adapterChanged(QString, QVariantMap, QStringList));
        listen(m_adapter, slot, false);
        m_adapter = path;
        listen(m_adapter, slot, true);
    }
    const bool isAvailable = !path.isEmpty() && isUsable;
    if (!isAvailable) {
        ++m_reading;
        m_points.clear();
        setNetworks({});
        if (!m_joining.isEmpty())
            fail(tr("The Wi‑Fi adapter was switched off, or NetworkManager ended."));
    }
    if (isAvailable == m_isAvailable)
        return;
    m_isAvailable = isAvailable;
    Q_EMIT availableChanged();
    if (m_isAvailable)
        read();
}

void NetworkManagerWifi::adapterChanged(const QString &interface, const QVariantMap &changed,
                                        const QStringList &)
{
    if (interface == kDevice && changed.contains(QStringLiteral("State")))
        findAdapter();
    else if (interface == kWireless && (changed.contains(QStringLiteral("AccessPoints")) ||
                                        changed.contains(QStringLiteral("ActiveAccessPoint")) ||
                                        changed.contains(QStringLiteral("LastScan"))))
        read();
}

void NetworkManagerWifi::scan()
{
    if (!m_isAvailable)
        return;
    // Refused when the last scan was a moment ago: then what is known is new enough.
    call(m_adapter, kWireless, QStringLiteral("RequestScan"), {QVariantMap()}, {});
    read();
}

void NetworkManagerWifi::read()
{
    if (!m_isAvailable)
        return;
    const quint64 number = ++m_reading;
    const auto end = [this, number](const Reading &reading) {
        if (number != m_reading)
            return;
        m_points = reading.points;
        QList<WifiNetwork> networks;
        for (const AccessPoint &point : std::as_const(m_points))
            networks.append(point.network);
        setNetworks(networks);
    };
    properties(m_adapter, kWireless, [this, end](const QVariantMap &wireless) {
        const auto reading = std::make_shared<Reading>();
        reading->current = pathIn(wireless.value(QStringLiteral("ActiveAccessPoint")));
        const auto paths =
            qdbus_cast<QList<QDBusObjectPath>>(wireless.value(QStringLiteral("AccessPoints")));
        reading->waiting = paths.size();
        if (paths.isEmpty())
            return end(*reading);
        for (const QDBusObjectPath &path : paths) {
            properties(path.path(), kAccessPoint, [path, reading, end](const QVariantMap &point) {
                const QByteArray ssid = point.value(QStringLiteral("Ssid")).toByteArray();
                if (!ssid.isEmpty()) { // otherwise it is hidden, or gone
                    const uint rsn = point.value(QStringLiteral("RsnFlags")).toUInt();
                    AccessPoint seen{path.path(), ssid,
                                     (rsn & kSecuritySae) != 0 && (rsn & kSecurityPsk) == 0,
                                     networkFrom(point, ssid)};
                    seen.network.isCurrent = path.path() == reading->current;
                    reading->points.append(seen);
                }
                if (--reading->waiting == 0)
                    end(*reading);
            });
        }
    });
}

} // namespace outlet
