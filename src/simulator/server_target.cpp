// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "simulator/server_target.h"

#include <QtNetwork/QHostAddress>
#include <array>

namespace outlet {

namespace {

constexpr int kOutletPort = 17273;

} // namespace

QUrl outletUrl(const QString &hostAndPort)
{
    const bool hasScheme = hostAndPort.contains(QStringLiteral("://"));
    QUrl url(hasScheme ? hostAndPort : QStringLiteral("ws://") + hostAndPort, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != QStringLiteral("ws") || url.host().isEmpty())
        return {};
    if (url.port() == -1)
        url.setPort(kOutletPort);
    if (url.path().isEmpty() || url.path() == QStringLiteral("/"))
        url.setPath(QStringLiteral("/gnws"));
    return url;
}

bool isNearbyTarget(const QUrl &server)
{
    if (server.host() == QStringLiteral("localhost"))
        return true;
    const QHostAddress address(server.host());
    if (address.isNull())
        return false;
    static const std::array nearby = {
        QHostAddress::parseSubnet(QStringLiteral("127.0.0.0/8")),
        QHostAddress::parseSubnet(QStringLiteral("10.0.0.0/8")),
        QHostAddress::parseSubnet(QStringLiteral("172.16.0.0/12")),
        QHostAddress::parseSubnet(QStringLiteral("192.168.0.0/16")),
        QHostAddress::parseSubnet(QStringLiteral("169.254.0.0/16")),
        QHostAddress::parseSubnet(QStringLiteral("::1/128")),
        QHostAddress::parseSubnet(QStringLiteral("fc00::/7")),
        QHostAddress::parseSubnet(QStringLiteral("fe80::/10")),
    };
    for (const auto &subnet : nearby) {
        if (address.isInSubnet(subnet))
            return true;
    }
    return false;
}

} // namespace outlet
