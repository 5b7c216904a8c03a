// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDir>
#include <QtCore/QFile>

#include "setup/firewall.h"

namespace outlet {

namespace {

bool isUfwOn(const QDir &root)
{
    QFile file(root.filePath(QStringLiteral("etc/ufw/ufw.conf")));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    constexpr qint64 most = 64 * 1024;
    for (const QByteArray &line : file.read(most).split('\n')) {
        if (line.trimmed().toLower() == "enabled=yes")
            return true;
    }
    return false;
}

} // namespace

QList<Firewall> activeFirewalls(const QString &root)
{
    const QDir folder(root);
    QList<Firewall> active;
    if (isUfwOn(folder))
        active.append(Firewall::Ufw);
    if (folder.exists(QStringLiteral("run/firewalld.pid")) ||
        folder.exists(QStringLiteral("run/firewalld")))
        active.append(Firewall::Firewalld);
    return active;
}

QList<Firewall> usualFirewalls()
{
    return {Firewall::Ufw, Firewall::Firewalld};
}

} // namespace outlet
