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
/// file that nobody records into yet. Blocks; begin with begin() and end with finish(), which
/// commits; what was written is then in the same form as if it had been measured and tidied up.
class PastWriter
{
public:
    /// \a connection must be open for writing and outlive the writer.
    explicit PastWriter(SqlConnection &connection);

    [[nodiscard]] SqlOutcome begin();
    /// The program recorded over this time; ascending.
    [[nodiscard]] SqlOutcome addSession(TimeRange range);
    /// A day of UTC by its 96 quarter hours, for time of which nothing finer is kept.
    [[nodiscard]] SqlOutcome addDay(const QString &outletId, qint64 day,
                                    const QList<EnergyBucket> &quarters);
    /// An hour of UTC as it was measured; the day is added up by finish().
    [[nodiscard]] SqlOutcome addHour(const QString &outletId, qint64 hour, const RawRows &rows);
    /// Adds up and packs what is over by \a nowUtcMs. Ends early, with what is packed until then,
    /// when \a isCancelled becomes true.
    [[nodiscard]] SqlOutcome finish(qint64 nowUtcMs, const std::atomic<bool> &isCancelled);

private:
    [[nodiscard]] Result<int, SqlFailure> keyOf(const QString &outletId);

    SqlConnection &m_connection;
    QHash<QString, int> m_keys;
};

} // namespace outlet
