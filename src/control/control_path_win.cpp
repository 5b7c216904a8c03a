// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QStandardPaths>

#include "control/control_path.h"

namespace outlet {

QString defaultDataDir()
{
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
