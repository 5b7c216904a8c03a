// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "control/control_path.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>

namespace outlet {

QString portableDataDir(const QString &programDir)
{
    const QDir folder(programDir);
    if (!folder.exists(QStringLiteral("portable")))
        return {};
    return QDir::cleanPath(folder.absoluteFilePath(QStringLiteral("data")));
}

QString absoluteDataDir(const QString &dataDir)
{
    if (dataDir.isEmpty())
        return defaultDataDir();
    return QDir::cleanPath(QFileInfo(dataDir).absoluteFilePath());
}

QString dataDirHash(const QString &dataDir)
{
    QString path = QFileInfo(dataDir).canonicalFilePath();
    if (path.isEmpty())
        path = absoluteDataDir(dataDir);
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha1);
    return QString::fromLatin1(hash.toHex().left(16));
}

} // namespace outlet
