// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/data_folder_lock.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QLockFile>

#include "base/logging.h"

namespace outlet {

DataFolderLock::DataFolderLock() = default;
DataFolderLock::~DataFolderLock() = default;

bool DataFolderLock::makeFolder(const QString &dataDir)
{
    const QFileInfo info(dataDir);
    if (info.isDir())
        return true;
    const QString shown = QDir::toNativeSeparators(dataDir);
    if (info.exists()) {
        m_error = QCoreApplication::translate(
                      "outlet::Core",
                      "%1 is a file, not a folder: choose another data folder with --data-dir.")
                      .arg(shown);
        return false;
    }
    if (!QDir().mkpath(dataDir)) {
        m_error = QCoreApplication::translate("outlet::Core",
                                              "The data folder %1 can’t be made: check the folder "
                                              "above it, or choose another with --data-dir.")
                      .arg(shown);
        return false;
    }
    // What is inside tells who is at home when.
    QFile::setPermissions(dataDir, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return true;
}

DataFolderLock::Result DataFolderLock::take(const QString &dataDir)
{
    if (!makeFolder(dataDir))
        return Result::Unusable;
    m_file = std::make_unique<QLockFile>(QDir(dataDir).filePath(QStringLiteral("outlet.lock")));
    m_file->setStaleLockTime(0); // a lock is never too old, only its process can be gone
    if (m_file->tryLock(0))
        return Result::Taken;
    if (m_file->error() == QLockFile::LockFailedError) {
        qint64 pid = 0;
        QString host;
        QString program;
        m_file->getLockInfo(&pid, &host, &program);
        m_error = QCoreApplication::translate(
                      "outlet::Core",
                      "The data folder %1 is in use by %2 (process %3): stop it, or choose another "
                      "folder with --data-dir.")
                      .arg(QDir::toNativeSeparators(dataDir),
                           program.isEmpty() ? QStringLiteral("Outlet") : program)
                      .arg(pid);
        m_file.reset();
        return Result::InUse;
    }
    qCDebug(lcApp, "The data folder can't be locked (error %d)", int(m_file->error()));
    m_file.reset();
    return Result::NotLockable;
}

void DataFolderLock::release()
{
    m_file.reset();
}

} // namespace outlet
