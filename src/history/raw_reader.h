// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "history/minute_buckets.h"
#include "history/raw_hour.h"
#include "storage/sql_connection.h"

namespace outlet {

/// Reads raw rows, open and sealed alike, through one connection; on that connection's thread.
class RawReader
{
public:
    /// \a connection must outlive the reader.
    explicit RawReader(SqlConnection &connection);

    /// The number of an outlet; empty when the history does not know it.
    [[nodiscard]] Result<std::optional<int>, SqlFailure> keyOf(const QString &outletId) const;

    /// Everything that says something about \a range: reports that overlap it, readings from
    /// kReadingCoverageMs before it on, states from the one that held at that moment on. Sealed
    /// hours that are damaged are left out and counted.
    [[nodiscard]] Result<RawRows, SqlFailure> rows(int key, TimeRange range);
    /// The reports that end in \a range and are sealed, ascending.
    [[nodiscard]] Result<QList<RawReport>, SqlFailure> sealedReports(int key, TimeRange range);

    /// Times in which the program recorded; the last one is taken to go on until \a nowUtcMs.
    [[nodiscard]] Result<Sessions, SqlFailure> sessions(qint64 nowUtcMs) const;

    /// Sealed hours that could not be read so far.
    [[nodiscard]] int damagedHours() const { return m_damagedHours; }

private:
    [[nodiscard]] SqlOutcome addSealed(int key, qint64 firstHour, qint64 lastHour, RawRows &rows);
    [[nodiscard]] SqlOutcome addRecent(int key, TimeRange range, RawRows &rows);
    [[nodiscard]] SqlOutcome addStateBefore(int key, qint64 utcMs, RawRows &rows);

    SqlConnection &m_connection;
    int m_damagedHours = 0;
};

} // namespace outlet
