// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QByteArrayList>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QSet>

#include "app/port_holder.h"

namespace outlet {

namespace {

/// The inodes of sockets that listen on \a port, from /proc/net/tcp and tcp6 (proc(5)): columns
/// "sl local_address rem_address st ... inode", addresses as HEX:PORT, state 0A is LISTEN.
QSet<QByteArray> listeningInodes(quint16 port)
{
    QSet<QByteArray> inodes;
    for (const char *name : {"/proc/net/tcp", "/proc/net/tcp6"}) {
        QFile file(QString::fromLatin1(name));
        if (!file.open(QFile::ReadOnly))
            continue;
        const QByteArrayList lines = file.readAll().split('\n');
        for (const QByteArray &line : lines.mid(1)) {
            const QByteArrayList columns = line.simplified().split(' ');
            if (columns.size() < 10 || columns.at(3) != "0A")
                continue;
            const QByteArray localPort = columns.at(1).mid(columns.at(1).lastIndexOf(':') + 1);
            if (localPort.toUInt(nullptr, 16) == port)
                inodes.insert(columns.at(9));
        }
    }
    return inodes;
}

bool holdsOneOf(const QString &pid, const QSet<QByteArray> &inodes)
{
    // The entries are links such as "socket:[12345]". Other users' folders can't be listed.
    const QDir folder(QStringLiteral("/proc/%1/fd").arg(pid));
    const QStringList entries = folder.entryList(QDir::System | QDir::Files | QDir::NoDotAndDotDot);
    for (const QString &entry : entries) {
        const QByteArray target = QFile::symLinkTarget(folder.filePath(entry)).toLatin1();
        const qsizetype start = target.indexOf("socket:[");
        if (start >= 0 && inodes.contains(target.mid(start + 8).chopped(1)))
            return true;
    }
    return false;
}

} // namespace

std::optional<PortHolder> findPortHolder(quint16 port)
{
    const QSet<QByteArray> inodes = listeningInodes(port);
    if (inodes.isEmpty())
        return std::nullopt;
    const QStringList pids =
        QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &pid : pids) {
        bool isNumber = false;
        PortHolder holder;
        holder.pid = pid.toLongLong(&isNumber);
        if (!isNumber || !holdsOneOf(pid, inodes))
            continue;
        QFile name(QStringLiteral("/proc/%1/comm").arg(pid));
        if (!name.open(QFile::ReadOnly))
            return std::nullopt; // it ended meanwhile
        holder.program = QString::fromUtf8(name.readAll()).trimmed();
        holder.isOutlet = holder.program == QLatin1StringView("outlet") ||
                          holder.program == QLatin1StringView("outletd");
        return holder;
    }
    return std::nullopt;
}

} // namespace outlet
