// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "history/history_file.h"
#include "storage/prepared_statements.h"

namespace outlet {

/// One transaction's work on a HistoryFile: turns what was measured into rows. Every function
/// returns why SQLite refused; then the caller rolls back.
///
/// A report has to be given its place in time, which may move those before it. Where very many come
/// at once (all outlets come back after a long stall, or are faulty or hostile) moving would be
/// done again and again; so those beyond a limit are only made safe, and placed together once the
/// rush is over.
class BatchWriter
{
public:
    /// What a batch may move before the rest of its reports wait.
    static constexpr qint64 kMostMoves = 10'000;
    /// So many of the newest reports of an outlet are kept in memory: an hour and a half of usual
    /// ones. Those before are read when a long stall asks for them.
    static constexpr qsizetype kReportsInMind = 32;

    explicit BatchWriter(HistoryFile &file);

    [[nodiscard]] SqlOutcome write(const MeasuredReport &report);
    [[nodiscard]] SqlOutcome write(const MeasuredReading &reading);
    [[nodiscard]] SqlOutcome write(const MeasuredState &state);
    [[nodiscard]] SqlOutcome write(const RecordingTick &tick);
    /// Gives the reports that wait their places, of this outlet all of them.
    [[nodiscard]] SqlOutcome placeWaiting(const QString &outletId);
    /// Writes where the reports of this batch ended up, which wait, and until when was recorded.
    [[nodiscard]] SqlOutcome finish();

    [[nodiscard]] const RecordedNews &news() const { return m_news; }

private:
    using Books = Result<OutletBooks *, SqlFailure>;
    /// Recording goes on at this time; after a gap that is a new session.
    [[nodiscard]] SqlOutcome advanceTo(qint64 utcMs);
    [[nodiscard]] Books booksOf(const QString &outletId);
    [[nodiscard]] SqlOutcome place(const MeasuredReport &report, OutletBooks &books);
    void reject(const QString &outletId, OutletBooks &books, const QString &kind);
    [[nodiscard]] SqlOutcome storeRejected();
    [[nodiscard]] SqlOutcome storeWaiting();
    [[nodiscard]] SqlOutcome storeReading(int key, const RawReading &reading);
    [[nodiscard]] SqlOutcome storeState(int key, const RawState &state);
    [[nodiscard]] SqlOutcome storeSkipped(OutletBooks &books, qint64 utcMs);
    [[nodiscard]] SqlOutcome storeReports(const QString &outletId, OutletBooks &books);
    [[nodiscard]] SqlOutcome run(const QString &sql, const QVariantList &values);
    [[nodiscard]] SqlOutcome beginSession(qint64 utcMs);

    HistoryFile &m_file;
    RecordedNews m_news;
    QSet<QString> m_withNewReports;
    /// Reports of an outlet that wait.
    struct Waiting
    {
        qint64 firstUtcMs = 0; ///< when the first of them arrived
        QByteArray bytes;
    };
    QHash<QString, Waiting> m_waiting;
    qint64 m_moves = 0;
    QHash<QString, QHash<QString, quint64>> m_rejected; ///< of this batch alone
    PreparedStatements m_statements;
    bool m_sessionMoved = false;
};

} // namespace outlet
