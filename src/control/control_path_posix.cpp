// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>

#include <sys/stat.h>
#include <unistd.h>

#include "control/control_path.h"

namespace outlet {

namespace {

// sun_path has 108 bytes on Linux and 104 on the BSDs, with the final zero.
constexpr qsizetype kMaxPathBytes = 100;

bool fits(const QString &path)
{
    return QFile::encodeName(path).size() <= kMaxPathBytes;
}

/// True for a folder, not a link to one, that is this user's and closed to everybody else.
bool isPrivateFolder(const QString &path)
{
    struct stat info;
    return lstat(QFile::encodeName(path).constData(), &info) == 0 && S_ISDIR(info.st_mode) &&
           info.st_uid == geteuid() && (info.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

bool isInDataDir(const QString &socketName, const QString &dataDir)
{
    return QFileInfo(socketName).absolutePath() == absoluteDataDir(dataDir);
}

} // namespace

QString defaultDataDir()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/outlet");
}

QStringList controlSocketNames(const QString &dataDir)
{
    QStringList names;
    const QString inDataDir = absoluteDataDir(dataDir) + QStringLiteral("/control.sock");
    if (fits(inDataDir))
        names.append(inDataDir);
    const QString name = QStringLiteral("outlet-%1.sock").arg(dataDirHash(dataDir));
    const QString runtimeDir = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (runtimeDir.startsWith(u'/')) {
        const QString inRuntimeDir = QDir::cleanPath(runtimeDir + u'/' + name);
        if (fits(inRuntimeDir))
            names.append(inRuntimeDir);
    }
    const QString inTemp =
        QStringLiteral("%1/outlet-%2/%3").arg(QDir::tempPath()).arg(geteuid()).arg(name);
    names.append(fits(inTemp) ? inTemp
                              : QStringLiteral("/tmp/outlet-%1/%2").arg(geteuid()).arg(name));
    return names;
}

bool makeControlSocketFolder(const QString &socketName, const QString &dataDir)
{
    if (isInDataDir(socketName, dataDir))
        return QFileInfo(QFileInfo(socketName).absolutePath()).isDir();
    const QString folder = QFileInfo(socketName).absolutePath();
    // Fails when it exists, which is fine if it is ours.
    mkdir(QFile::encodeName(folder).constData(), S_IRWXU);
    return isPrivateFolder(folder);
}

bool isControlSocketTrusted(const QString &socketName, const QString &dataDir)
{
    struct stat info;
    if (lstat(QFile::encodeName(socketName).constData(), &info) != 0 || !S_ISSOCK(info.st_mode) ||
        info.st_uid != geteuid())
        return false;
    return isInDataDir(socketName, dataDir) ||
           isPrivateFolder(QFileInfo(socketName).absolutePath());
}

} // namespace outlet
