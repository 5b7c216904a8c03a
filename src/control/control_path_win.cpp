// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "control/control_path.h"

#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>
#include <string>
#include <windows.h>

namespace outlet {

namespace {

/// As QCoreApplication::applicationDirPath(), before there is an application.
QString programFolder()
{
    std::wstring path(MAX_PATH, L'\0');
    for (;;) {
        const DWORD length =
            GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size()));
        if (length == 0)
            return {};
        if (length < path.size())
            return QFileInfo(QString::fromWCharArray(path.data(), static_cast<int>(length)))
                .absolutePath();
        path.resize(path.size() * 2); // it was cut off
    }
}

} // namespace

QString defaultDataDir()
{
    const QString program = programFolder();
    const QString portable = program.isEmpty() ? QString() : portableDataDir(program);
    if (!portable.isEmpty())
        return portable;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/Outlet");
}

QStringList controlSocketNames(const QString &dataDir)
{
    return {QStringLiteral("outlet-%1").arg(dataDirHash(dataDir))};
}

bool makeControlSocketFolder(const QString &, const QString &)
{
    return true; // a named pipe has no folder; UserAccessOption sets its access list
}

bool isControlSocketTrusted(const QString &, const QString &)
{
    return true;
}

} // namespace outlet
