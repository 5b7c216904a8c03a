// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "storage/backup.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <atomic>

#include "storage/file_set.h"
#include "storage/schema.h"

namespace outlet {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("outlet::Backup", text);
}

QString shown(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

QString preparedPath(const QString &filePath)
{
    return filePath % u".restored";
}

/// The answer of a pragma with a number, -1 when it can't be read.
qint64 pragma(SqlConnection &connection, const char *name)
{
    const auto value = connection.value(QStringLiteral("PRAGMA ") + QLatin1StringView(name));
    return value ? value->toLongLong() : -1;
}

/// Why the file is no sound one of ours, as a sentence.
std::optional<QString> faultOf(const QString &path)
{
    SqlConnection connection;
    if (connection.openForReading(path, SqlConnection::Reading::Immutable))
        return tr("%1 can't be opened as an Outlet file. Choose a backup that Outlet wrote.")
            .arg(shown(path));
    const auto check = connection.value(QStringLiteral("PRAGMA integrity_check(1)"));
    if (!check && check.error().code == SqlFailure::NotADatabase)
        return tr("%1 is not an Outlet file. Choose a backup that Outlet wrote.").arg(shown(path));
    if (!check || check->toString() != u"ok")
        return tr("%1 is damaged. Choose another backup.").arg(shown(path));
    if (pragma(connection, "application_id") != kApplicationId)
        return tr("%1 is not an Outlet file. Choose a backup that Outlet wrote.").arg(shown(path));
    const qint64 version = pragma(connection, "user_version");
    if (version > schemaVersion())
        return tr("%1 was written by a newer Outlet. Install that version, then restore it.")
            .arg(shown(path));
    return std::nullopt;
}

} // namespace

std::optional<QString> writeBackup(SqlConnection &source, const QString &targetPath)
{
    // Two at once do not share it.
    static std::atomic<quint64> count{0};
    const QString partPath = targetPath % u".part" % QString::number(++count);
    if (const auto fault = makePrivateFolder(QFileInfo(targetPath).absolutePath()))
        return tr("The backup can't be written: %1.").arg(*fault);
    QFile::remove(partPath);
    // Made before SQLite opens it, so that nobody else can read it at any moment.
    if (const auto fault = makePrivateFile(partPath))
        return tr("The backup %1 can't be written: %2.").arg(shown(targetPath), *fault);
    QSqlQuery query = source.query();
    query.prepare(QStringLiteral("VACUUM INTO ?"));
    query.addBindValue(partPath);
    if (!query.exec()) {
        const SqlFailure failure = SqlFailure::from(query.lastError());
        query.finish();
        QFile::remove(partPath);
        QFile::remove(partPath % u"-journal");
        return failure.code == SqlFailure::Full
                   ? tr("There is not enough room for the backup %1. Make room, or choose another "
                        "place.")
                         .arg(shown(targetPath))
                   : tr("The backup %1 can't be written: %2.").arg(shown(targetPath), failure.text);
    }
    query.finish();
    if (const auto fault = faultOf(partPath)) {
        QFile::remove(partPath);
        return tr("The backup %1 can't be read back. Try again, or choose another place.")
            .arg(shown(targetPath));
    }
    QFile part(partPath);
    // QFile::rename() does not replace; what is replaced is an older backup of the same name.
    if (QFile::exists(targetPath) && !QFile::remove(targetPath)) {
        QFile::remove(partPath);
        return tr("The older backup %1 can't be replaced.").arg(shown(targetPath));
    }
    if (!part.rename(targetPath)) {
        const QString reason = part.errorString();
        QFile::remove(partPath);
        return tr("The backup %1 can't be written: %2.").arg(shown(targetPath), reason);
    }
    return std::nullopt;
}

std::optional<QString> faultOfBackup(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return tr("There is no file %1.").arg(shown(path));
    if (!info.isFile() || info.size() == 0)
        return tr("%1 is not an Outlet file. Choose a backup that Outlet wrote.").arg(shown(path));
    if (!info.isReadable())
        return tr("%1 can't be read: check its permissions.").arg(shown(path));
    return faultOf(path);
}

std::optional<QString> prepareRestore(const QString &backupPath, const QString &filePath)
{
    if (const auto fault = faultOfBackup(backupPath))
        return fault;
    const QString prepared = preparedPath(filePath);
    if (QFileInfo(backupPath).canonicalFilePath() == QFileInfo(filePath).canonicalFilePath())
        return tr("%1 is the file in use, not a backup of it.").arg(shown(backupPath));
    QFile::remove(prepared);
    QFile source(backupPath);
    if (!source.open(QIODevice::ReadOnly))
        return tr("%1 can't be read: %2.").arg(shown(backupPath), source.errorString());
    QSaveFile target(prepared); // appears only when it is whole
    bool ok = target.open(QIODevice::WriteOnly) &&
              target.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    while (ok && !source.atEnd()) {
        const QByteArray piece = source.read(1 << 20);
        ok = !piece.isEmpty() && target.write(piece) == piece.size();
    }
    if (!ok || !target.commit())
        return tr("%1 can't be copied into the data folder: %2. Nothing was changed.")
            .arg(shown(backupPath), target.errorString());
    if (const auto fault = faultOf(prepared)) {
        QFile::remove(prepared);
        return fault;
    }
    return std::nullopt;
}

FinishedRestore finishRestore(const QString &filePath, const QDateTime &now)
{
    FinishedRestore done;
    const QString prepared = preparedPath(filePath);
    if (!QFileInfo::exists(prepared))
        return done;
    done.wasPrepared = true;
    const auto cannot = [&](const QString &reason) {
        done.problem = tr("The backup could not take the place of %1: %2. Nothing was changed.")
                           .arg(shown(filePath), reason);
        QFile::remove(prepared);
        return done;
    };
    if (QFileInfo::exists(filePath)) {
        const auto kept = keepAs(filePath, QStringLiteral("before-restore"), now);
        if (!kept)
            return cannot(kept.error().text);
        done.keptAs = *kept;
    }
    QFile file(prepared);
    if (file.rename(filePath))
        return done;
    const QString reason = file.errorString();
    // Back to what was there.
    for (const char *suffix : {"-shm", "-wal", ""}) {
        const QString end = QLatin1StringView(suffix);
        if (!done.keptAs.isEmpty() && QFileInfo::exists(done.keptAs + end))
            QFile::rename(done.keptAs + end, filePath + end);
    }
    done.keptAs.clear();
    return cannot(reason);
}

} // namespace outlet
