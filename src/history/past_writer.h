// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

#include "history/energy_query.h"
#include "history/minute_buckets.h"
#include "history/raw_rows.h"
#include "storage/sql_connection.h"

namespace outlet {

/// Writes what a file would hold had it been recorded all along, as a demonstration needs it. For a
/// file that nobody records into yet. Blocks; ends with finish(): what was written is then in the
/// same form as if it had been measured and tidied up. Writes in many short transactions with room
/// between them, so that whoever else has the file open gets to write as well.
class PastWriter
{
public:
    /// \a connection must be open for writing and outlive the writer.
    explicit PastWriter(SqlConnection &connection);

    /// The program recorded over this time; ascending.
    [[nodiscard]] SqlOutcome addSession(TimeRange range);
    /// A day of UTC by its 96 quarter hours, for time of which nothing finer is kept.
    [[nodiscard]] SqlOutcome addDay(const QString &outletId, qint64 day,
                                    const QList<EnergyBucket> &quarters);
    /// An hour of UTC as it was measured; the day is added up by finish().
    [[nodiscard]] SqlOutcome addHour(const QString &outletId, qint64 hour, const RawRows &rows);
    /// Writes what is left, then adds up and packs what is over by \a nowUtcMs. Ends early, with
    /// what is packed until then, when \a isCancelled becomes true.
    [[nodiscard]] SqlOutcome finish(qint64 nowUtcMs, const std::atomic<bool> &isCancelled);

private:
    struct Row
    {
        QString table;
        QVariantList values; ///< of all its columns
    };
    [[nodiscard]] Result<int, SqlFailure> keyOf(const QString &outletId);
    /// Sets a row aside; writes when there are enough for a step.
    [[nodiscard]] SqlOutcome add(const QString &table, const QVariantList &values);
    [[nodiscard]] SqlOutcome writeRows();

    SqlConnection &m_connection;
    QHash<QString, int> m_keys;
    QList<Row> m_rows; ///< made, and not yet written
};

} // namespace outlet
