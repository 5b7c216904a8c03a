// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "history/bucket_source.h"

namespace outlet {

/// What the history has of an outlet around a row of a file: what was measured, and what was
/// imported before. Keeps a month of it, for rows that come by time. On its connection's thread.
class ImportNeighbours
{
public:
    /// \a connection must outlive it.
    ImportNeighbours(SqlConnection &connection, qint64 nowUtcMs);

    /// Goes over to another outlet.
    [[nodiscard]] SqlOutcome setOutlet(const QString &outletId);
    /// Has what is around \a range; to be called before the questions that follow.
    [[nodiscard]] SqlOutcome look(TimeRange range);
    /// Whether anything in \a range was measured.
    [[nodiscard]] bool isMeasured(TimeRange range) const;
    /// Imported rows that overlap \a range.
    [[nodiscard]] QList<TimeRange> imported(TimeRange range) const;

private:
    SqlConnection &m_connection;
    RawReader m_raw;
    const qint64 m_nowUtcMs;
    std::optional<Sessions> m_sessions;
    std::optional<int> m_key;
    TimeRange m_window;
    BucketSource::Grain m_grain = BucketSource::Grain::Quarter;
    QList<TimeRange> m_measured; ///< ascending, apart from each other
    QList<TimeRange> m_imported; ///< ascending by start
};

} // namespace outlet
