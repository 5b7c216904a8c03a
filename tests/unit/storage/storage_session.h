// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <QtCore/QTemporaryDir>
#include <memory>

#include "storage/storage.h"

namespace outlet::test {

/// A Storage on a folder, opened, with what it answered. Closed when it goes.
class StorageSession
{
public:
    explicit StorageSession(const QString &dataDir, StorageHooks hooks = {});

    /// False when opened() did not come within the deadline.
    [[nodiscard]] bool isOpened() const { return m_isOpened; }
    [[nodiscard]] const StoredState &state() const { return m_state; }
    [[nodiscard]] Storage &storage() { return *m_storage; }
    [[nodiscard]] StorageProblem::Kind problem() const { return m_storage->problem().kind; }
    /// Waits for the next written(); false when it does not come. Nothing else may be under way.
    [[nodiscard]] bool waitWritten();
    /// Waits until the problem is of that kind; false when it does not become so.
    [[nodiscard]] bool waitProblem(StorageProblem::Kind kind);

private:
    std::unique_ptr<Storage> m_storage;
    StoredState m_state;
    bool m_isOpened = false;
};

/// A record in which every field differs from its default; different for each \a number.
[[nodiscard]] OutletRecord fullRecord(int number);
/// A known outlet with an id and a name alone.
[[nodiscard]] OutletRecord namedRecord(const QString &id, const QString &name);

/// The whole file; empty when it can't be read.
[[nodiscard]] QByteArray contents(const QString &path);
/// Writes the file anew; false when it can't.
[[nodiscard]] bool setContents(const QString &path, const QByteArray &bytes);
/// Runs statements on a file with a connection of its own; the first failure, or empty.
[[nodiscard]] QString runSql(const QString &path, const QStringList &statements);
/// The answer's first column of its first row.
[[nodiscard]] QVariant sqlValue(const QString &path, const QString &sql);

/// A folder of a few hundred kilobytes on a file system of its own (tmpfs), as far as this user may
/// mount one: it can be filled to the last byte, and made read-only for root too.
class SmallDisk
{
public:
    SmallDisk();
    ~SmallDisk();
    Q_DISABLE_COPY_MOVE(SmallDisk)

    [[nodiscard]] bool isMounted() const { return m_isMounted; }
    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] bool setReadOnly(bool readOnly);
    /// Leaves no byte free; false when that did not work.
    [[nodiscard]] bool fill();
    /// Takes away what fill() wrote.
    void makeRoom();

private:
    QTemporaryDir m_folder;
    bool m_isMounted = false;
};

} // namespace outlet::test
