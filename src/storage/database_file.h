// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

#include "storage/changes.h"
#include "storage/sql_connection.h"
#include "storage/storage_hooks.h"
#include "storage/storage_problem.h"
#include "storage/stored_state.h"

namespace outlet {

/// The file itself: opened, migrated, written, and begun anew when it turns out to be damaged. It
/// keeps a copy of what the file holds, so that a new file can be given all of it. Blocks; made and
/// used on the writer thread.
class DatabaseFile
{
public:
    DatabaseFile(QString path, StorageHooks hooks);

    struct Opened
    {
        StoredState state; ///< empty, or what could be read, when there is a problem
        StorageProblem problem;
    };
    /// Opens or makes the file. Afterwards remembers() tells whether write() makes sense.
    [[nodiscard]] Opened open();

    /// False when nothing must or can be written (too new, can't be opened).
    [[nodiscard]] bool remembers() const { return m_remembers; }

    struct Written
    {
        bool done = false;
        StorageProblem problem; ///< when done: what still is to be said (None, CorruptSetAside)
    };
    /// Writes in one transaction: all of it or nothing. Also opens the file when that failed
    /// before. May be tried again later.
    [[nodiscard]] Written write(const Changes &changes);

    /// Somebody else found the file to be damaged: sets it aside and begins a new one with all that
    /// is known.
    [[nodiscard]] Written replaceDamaged(const QString &systemText);

    /// Merges the log into the file and closes it.
    void close();

private:
    [[nodiscard]] SqlOutcome openForWriting();
    [[nodiscard]] SqlOutcome prepareConnection();
    [[nodiscard]] SqlOutcome bringUpToDate();
    [[nodiscard]] SqlOutcome writeInTransaction(const Changes &changes);
    [[nodiscard]] SqlOutcome startAnew(const SqlFailure &damage);
    [[nodiscard]] Written failedWith(const SqlFailure &failure);

    QString m_path;
    StorageHooks m_hooks;
    SqlConnection m_connection;
    StoredState m_known;
    StorageProblem m_standing;
    bool m_remembers = true;
};

} // namespace outlet
