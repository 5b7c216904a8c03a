// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "storage/file_set.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QStorageInfo>

namespace outlet {

static constexpr QFileDevice::Permissions kOwnerOnly =
    QFileDevice::ReadOwner | QFileDevice::WriteOwner;

static QString shmPath(const QString &path)
{
    return path % u"-shm";
}

static bool anyExists(const QString &path)
{
    return QFileInfo::exists(path) || QFileInfo::exists(walPath(path)) ||
           QFileInfo::exists(shmPath(path));
}

QString walPath(const QString &path)
{
    return path % u"-wal";
}

bool isMissingOrEmpty(const QString &path)
{
    const QFileInfo info(path);
    return !info.exists() || (info.isFile() && info.size() == 0);
}

std::optional<QString> makePrivateFolder(const QString &folder)
{
    const QFileInfo info(folder);
    if (info.isDir())
        return std::nullopt;
    if (info.exists())
        return QStringLiteral("%1 is not a folder").arg(QDir::toNativeSeparators(folder));
    const QString parent = info.absolutePath();
    if (!QDir().mkpath(parent) ||
        !QDir().mkdir(info.absoluteFilePath(), kOwnerOnly | QFileDevice::ExeOwner))
        return QStringLiteral("%1 can't be made").arg(QDir::toNativeSeparators(folder));
    return std::nullopt;
}

std::optional<QString> makePrivateFile(const QString &path)
{
    QFile file(path);
    if (file.exists()) {
        // Where this fails (a foreign file system, another owner), opening still may work.
        if ((file.permissions() & ~kOwnerOnly) != 0)
            file.setPermissions(kOwnerOnly);
        return std::nullopt;
    }
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, kOwnerOnly))
        return file.errorString();
    return std::nullopt;
}

Result<QString, SqlFailure> setAside(const QString &path, const QDateTime &now)
{
    return keepAs(path, QStringLiteral("damaged"), now);
}

Result<QString, SqlFailure> keepAs(const QString &path, const QString &why, const QDateTime &now)
{
    const QString base = path % u'.' % why % u'-' % now.toString(QStringLiteral("yyyyMMdd-HHmmss"));
    QString target = base;
    for (int count = 2; anyExists(target); ++count)
        target = base % u'-' % QString::number(count);

    // The main file goes last: a crash before that leaves a damaged file, which is set aside at the
    // next start, and never a log beside a file that it does not belong to.
    const std::pair<QString, QString> moves[] = {
        {shmPath(path), shmPath(target)},
        {walPath(path), walPath(target)},
        {path, target},
    };
    for (const auto &[from, to] : moves) {
        QFile file(from);
        if (file.exists() && !file.rename(to))
            return SqlFailure{SqlFailure::CannotOpen, file.errorString()};
    }
    return target;
}

StorageProblem problemFor(const SqlFailure &failure, const QString &path)
{
    using Kind = StorageProblem::Kind;
    // SQLite needs room for one page of the log and, at the first write, for its 32 KiB index.
    constexpr qint64 tooLittleBytes = 64 * 1024;
    const auto problem = [&](Kind kind) { return StorageProblem{kind, path, failure.text}; };

    switch (failure.code) {
    case SqlFailure::Full:
        return problem(Kind::DiskFull);
    case SqlFailure::ReadOnly:
    case SqlFailure::Permission:
        return problem(Kind::ReadOnly);
    case SqlFailure::IoError:
    case SqlFailure::CannotOpen: {
        const QFileInfo folder(QFileInfo(path).absolutePath());
        const QStorageInfo disk(folder.absoluteFilePath());
        if ((disk.isValid() && disk.isReadOnly()) || (folder.isDir() && !folder.isWritable()) ||
            (QFileInfo::exists(path) && !QFileInfo(path).isWritable()))
            return problem(Kind::ReadOnly);
        if (disk.isValid() && disk.bytesAvailable() < tooLittleBytes)
            return problem(Kind::DiskFull);
        return problem(failure.code == SqlFailure::IoError ? Kind::CannotWrite : Kind::CannotOpen);
    }
    case SqlFailure::Error:
        return problem(Kind::CannotOpen); // our own statement failed: it would fail again
    default:
        return problem(Kind::CannotWrite);
    }
}

} // namespace outlet
