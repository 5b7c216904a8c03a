// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "history/import_sorting.h"
#include "history/imported_energy.h"

namespace outlet {

/// Does a step on the writing thread, between two transactions, and waits for it. False when it
/// was not done.
using WriteStep = std::function<bool(const std::function<SqlOutcome(SqlConnection &)> &)>;

/// Writes what sortImport() set aside: in steps that each take a small part of a second, so that
/// recording goes on, and counts only when the last one is done. Ended anywhere before, by a cancel
/// or a kill, it counts nothing, and clearImports() removes it. \a outletIds are those of the
/// choice without doubles and empty ones, in its order. Returns the import's number; the error is a
/// sentence (an empty one after a cancel). \a progress counts rows.
[[nodiscard]] Result<qint64, QString>
writeImport(const ImportStage &stage, const ImportChoice &choice, const QString &fileName,
            qint64 nowUtcMs, const WriteStep &write, TransferProgress &progress);

/// The import counts no more, from this statement on; what it replaced counts again. False when
/// there is no such import. Within no transaction.
[[nodiscard]] Result<bool, SqlFailure> takeBackImport(SqlConnection &connection, qint64 importId);

/// Imports that were under way when the program ended count for nothing.
[[nodiscard]] SqlOutcome abandonUnfinishedImports(SqlConnection &connection);

/// Removes some rows of imports that don't count; false when none are left.
[[nodiscard]] Result<bool, SqlFailure> clearImports(SqlConnection &connection);

} // namespace outlet
