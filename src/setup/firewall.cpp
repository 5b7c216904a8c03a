// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup/firewall.h"

#include "protocol/announce.h"

namespace outlet {

QString firewallName(Firewall firewall)
{
    switch (firewall) {
    case Firewall::Ufw:
        return QStringLiteral("ufw");
    case Firewall::Firewalld:
        return QStringLiteral("firewalld");
    case Firewall::Windows:
        return QStringLiteral("Windows Defender Firewall");
    }
    Q_UNREACHABLE();
}

QStringList firewallCommands(Firewall firewall, quint16 port, const QString &subnet)
{
    const QString tcp = QString::number(port);
    const QString udp = QString::number(protocol::kAnnouncePort);
    switch (firewall) {
    case Firewall::Ufw: {
        const QString from = subnet.isEmpty() ? QStringLiteral("any") : subnet;
        const QString rule = QStringLiteral("sudo ufw allow from %1 to any port %2 proto %3");
        return {rule.arg(from, tcp, QStringLiteral("tcp")),
                rule.arg(from, udp, QStringLiteral("udp"))};
    }
    case Firewall::Firewalld: {
        const QString rule = QStringLiteral("sudo firewall-cmd --permanent --add-port=%1/%2");
        return {rule.arg(tcp, QStringLiteral("tcp")), rule.arg(udp, QStringLiteral("udp")),
                QStringLiteral("sudo firewall-cmd --reload")};
    }
    case Firewall::Windows: {
        const QString from = subnet.isEmpty() ? QStringLiteral("localsubnet") : subnet;
        const QString rule =
            QStringLiteral("netsh advfirewall firewall add rule name=\"Outlet %3 %2\" dir=in "
                           "action=allow protocol=%3 localport=%2 profile=private remoteip=%1");
        return {rule.arg(from, tcp, QStringLiteral("TCP")),
                rule.arg(from, udp, QStringLiteral("UDP"))};
    }
    }
    Q_UNREACHABLE();
}

QStringList firewallLines(const QList<Firewall> &on, quint16 port, const QString &subnet)
{
    QStringList lines;
    const QList<Firewall> firewalls = on.isEmpty() ? usualFirewalls() : on;
    for (const Firewall firewall : firewalls) {
        if (firewalls.size() > 1) // one of them: the user knows which
            lines += QStringLiteral("# ") + firewallName(firewall);
        lines += firewallCommands(firewall, port, subnet);
    }
    return lines;
}

} // namespace outlet
