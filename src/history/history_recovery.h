// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <QtCore/QVariant>
#include <atomic>
#include <functional>

#include "storage/sql_connection.h"

namespace outlet {

/// How a packed blob of a table, of this hour or day, is looked at; false = it does not decode.
using BlobCheck =
    std::function<bool(const QString &table, qint64 place, int format, const QByteArray &data)>;

/// What was brought over from a damaged file.
struct RecoveryResult
{
    qint64 rows = 0;        ///< that were read and written, or were there already
    qint64 unusable = 0;    ///< that were read and held nonsense
    int broken = 0;         ///< places at which the file could not be read
    bool isComplete = true; ///< false when it was cancelled or could not be written
};

/// Brings what can still be read of the history in the damaged file at \a path over into the file
/// that took its place. Can be done again with the same file: what is there already stays. Blocks;
/// for a thread of its own.
///
/// \a write runs a step with the writer's connection, waits for it, and returns whether it worked;
/// each step is small and a transaction of its own, so that recording goes on between them.
[[nodiscard]] RecoveryResult
recoverHistory(const QString &path, const std::atomic<bool> &isCancelled,
               const std::function<bool(const std::function<SqlOutcome(SqlConnection &)> &)> &write,
               const BlobCheck &isSound);

} // namespace outlet
