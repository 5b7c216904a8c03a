// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QMap>
#include <QtCore/QString>
#include <QtCore/QVariantMap>
#include <QtDBus/QDBusObjectPath>

/// Names and numbers of NetworkManager's D-Bus interface, which is stable:
/// https://networkmanager.dev/docs/api/latest/
namespace outlet::nm {

inline const QString kService = QStringLiteral("org.freedesktop.NetworkManager");
inline const QString kManager = QStringLiteral("org.freedesktop.NetworkManager");
inline const QString kManagerPath = QStringLiteral("/org/freedesktop/NetworkManager");
inline const QString kDevice = QStringLiteral("org.freedesktop.NetworkManager.Device");
inline const QString kWireless = QStringLiteral("org.freedesktop.NetworkManager.Device.Wireless");
inline const QString kAccessPoint = QStringLiteral("org.freedesktop.NetworkManager.AccessPoint");
inline const QString kActive = QStringLiteral("org.freedesktop.NetworkManager.Connection.Active");
inline const QString kProfile =
    QStringLiteral("org.freedesktop.NetworkManager.Settings.Connection");
inline const QString kProperties = QStringLiteral("org.freedesktop.DBus.Properties");

inline constexpr uint kTypeWifi = 2;
inline constexpr uint kDeviceDisconnected = 30; // below: unmanaged, switched off
inline constexpr uint kActiveActivated = 2;
inline constexpr uint kActiveDeactivated = 4;
inline constexpr uint kFlagPrivacy = 0x1;
inline constexpr uint kSecurityPsk = 0x100;
inline constexpr uint kSecuritySae = 0x400;

/// What a connection is made from: groups of values, by their names.
using ConnectionSettings = QMap<QString, QVariantMap>;

/// The object path in \a value; empty when it stands for none.
inline QString pathIn(const QVariant &value)
{
    const QString path = value.value<QDBusObjectPath>().path();
    return path == u"/" ? QString() : path;
}

} // namespace outlet::nm
