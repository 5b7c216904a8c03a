// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <QtCore/QUrl>

namespace outlet {

/// Where outlets connect on a server: \a hostAndPort is "ws://host:port", "host:port" or "host",
/// with port 17273 and path /gnws when missing (protocol.md section 1). Invalid when it has another
/// scheme, no host, or is no address at all.
[[nodiscard]] QUrl outletUrl(const QString &hostAndPort);

/// True for localhost and for loopback, private and link-local addresses. Other host names are not:
/// where they lead is not known before asking a name server.
[[nodiscard]] bool isNearbyTarget(const QUrl &server);

} // namespace outlet
