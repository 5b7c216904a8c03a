// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QFile>
#include <QtCore/QtEndian>

#include "setup/dns_check.h"

namespace outlet {

QHostAddress defaultGateway()
{
    // Lines of: interface, destination, gateway, flags ... metric (7th); hex in network order.
    QFile file(QStringLiteral("/proc/net/route"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QHostAddress gateway;
    uint best = 0;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        if (fields.size() < 8 || fields[1] != "00000000" || fields[7] != "00000000")
            continue;
        bool ok = false;
        const quint32 raw = fields[2].toUInt(&ok, 16);
        const uint metric = fields[6].toUInt();
        if (ok && raw != 0 && (gateway.isNull() || metric < best)) {
            gateway = QHostAddress(qFromBigEndian(raw));
            best = metric;
        }
    }
    return gateway;
}

} // namespace outlet
