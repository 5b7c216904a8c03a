// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QString>
#include <optional>

#include "storage/sql_connection.h"

namespace outlet {

/// Writes everything that \a source sees at this moment, checked, to \a targetPath (0600),
/// replacing a file of that name only when the new one is whole. Others read and write the source
/// meanwhile. Returns why it could not, as a sentence, or nothing. Blocks; on the connection's
/// thread.
///
/// VACUUM INTO makes the copy: it is one consistent look at the file like SQLite's backup API,
/// which Qt gives no way to, and leaves out what was deleted.
[[nodiscard]] std::optional<QString> writeBackup(SqlConnection &source, const QString &targetPath);

/// Says, as a sentence, why the file at \a path can't be restored: not there, not Outlet's, of a
/// newer Outlet, damaged. Nothing when it can. Reads the whole file; blocks.
[[nodiscard]] std::optional<QString> faultOfBackup(const QString &path);

/// Puts a checked copy of the backup at \a backupPath beside \a filePath, for finishRestore() at
/// the next start. Nothing of the present file changes. Returns why it could not, or nothing.
/// Blocks.
[[nodiscard]] std::optional<QString> prepareRestore(const QString &backupPath,
                                                    const QString &filePath);

struct FinishedRestore
{
    bool wasPrepared = false;
    QString keptAs;  ///< where the file that was there before is now; empty = there was none
    QString problem; ///< why the prepared file did not take its place, as a sentence
};

/// Puts a prepared file into its place and keeps the one that was there under another name with
/// \a now in it; does nothing when none is prepared. To be called while nobody has the file open.
[[nodiscard]] FinishedRestore finishRestore(const QString &filePath, const QDateTime &now);

} // namespace outlet
