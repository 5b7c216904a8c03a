// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QStringList>
#include <optional>

#include "history/history_options.h"
#include "storage/sql_connection.h"

namespace outlet {

/// What the history's file holds, counted, not estimated.
struct HistoryFacts
{
    /// What the measured values of a day take, the mean of the last seven whole days of UTC that
    /// have any; empty = there was no such day yet.
    std::optional<qint64> bytesADay;
    std::optional<qint64> firstUtcMs; ///< the beginning of it all, to the day
    QStringList outletIds;            ///< outlets of which there is something
};

/// Looks at the file. Blocks; on the connection's thread.
[[nodiscard]] Result<HistoryFacts, SqlFailure> historyFacts(SqlConnection &connection,
                                                            qint64 nowUtcMs);

/// How many bytes of measured values are older than \a retention keeps. Blocks; on the connection's
/// thread.
[[nodiscard]] Result<qint64, SqlFailure>
bytesBeyond(SqlConnection &connection, const HistoryRetention &retention, qint64 nowUtcMs);

/// Removes everything that is known of an outlet's past, in one transaction; its identity and its
/// settings are not the history's. Blocks; on the writing thread.
[[nodiscard]] SqlOutcome eraseHistory(SqlConnection &connection, const QString &outletId);

} // namespace outlet
