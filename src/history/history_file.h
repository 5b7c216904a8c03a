// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QString>
#include <optional>
#include <span>

#include "history/outlet_books.h"
#include "history/recorded_entry.h"
#include "storage/sql_connection.h"

namespace outlet {

class BatchWriter;

/// The writing side of the history's tables: sessions of recording and the rows of what was
/// measured, each call in one transaction. Blocks; made and used on the writing thread.
class HistoryFile
{
public:
    /// \a path is Storage's file, which has made the tables.
    explicit HistoryFile(QString path);
    ~HistoryFile();

    /// Opens the file for writing.
    [[nodiscard]] SqlOutcome open();
    [[nodiscard]] bool isOpen() const { return m_connection.isOpen(); }
    void close();

    /// Writes \a entries: all of them or none. After a failure it can be tried again with the same
    /// ones.
    [[nodiscard]] Result<RecordedNews, SqlFailure> write(std::span<const RecordedEntry> entries);

    /// True when reports wait for their places.
    [[nodiscard]] bool hasWaiting() const { return !m_mind.waiting.isEmpty(); }
    /// Gives those of \a most outlets their places. All or nothing, as write().
    [[nodiscard]] Result<RecordedNews, SqlFailure> placeWaiting(int most);

    /// Everything that was refused since the file began.
    [[nodiscard]] Result<RejectedCounts, SqlFailure> rejectedCounts();

    /// For jobs on the writing thread. Call forgetReports() after whatever changes rows.
    [[nodiscard]] SqlConnection &connection() { return m_connection; }
    /// Reads the reports anew before it places another, and which wait.
    [[nodiscard]] SqlOutcome forgetReports();

private:
    friend class BatchWriter;
    /// What a failed transaction gives back.
    struct Mind
    {
        QHash<QString, OutletBooks> outlets;
        QSet<QString> waiting; ///< outlets whose reports wait for their places
        QHash<QString, MeasuredState> lastStates;
        std::optional<qint64> sessionId;
        qint64 sessionEndUtcMs = 0;
    };

    /// Runs \a work in one transaction.
    template <typename Work>
    [[nodiscard]] Result<RecordedNews, SqlFailure> transact(Work work);
    [[nodiscard]] SqlOutcome readWaiting();

    const QString m_path;
    SqlConnection m_connection;
    Mind m_mind;
    qint64 m_latestUtcMs = 0; ///< the newest time that the file speaks of
};

} // namespace outlet
