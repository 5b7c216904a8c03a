// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <map>

#include "history/history_file.h"

namespace outlet {

/// One transaction's work on a HistoryFile: turns what was measured into rows. Every function
/// returns why SQLite refused; then the caller rolls back.
class BatchWriter
{
public:
    explicit BatchWriter(HistoryFile &file);

    [[nodiscard]] SqlOutcome write(const MeasuredReport &report);
    [[nodiscard]] SqlOutcome write(const MeasuredReading &reading);
    [[nodiscard]] SqlOutcome write(const MeasuredState &state);
    [[nodiscard]] SqlOutcome write(const RecordingTick &tick);
    /// Writes where the reports of this batch ended up, and until when was recorded.
    [[nodiscard]] SqlOutcome finish();

    [[nodiscard]] const RecordedNews &news() const { return m_news; }

private:
    using Books = Result<OutletBooks *, SqlFailure>;
    /// Recording goes on at this time; after a gap that is a new session.
    [[nodiscard]] SqlOutcome advanceTo(qint64 utcMs);
    [[nodiscard]] Books booksOf(const QString &outletId);
    [[nodiscard]] SqlOutcome readReports(OutletBooks &books, qint64 arrivalUtcMs);
    [[nodiscard]] SqlOutcome reject(const QString &outletId, OutletBooks &books,
                                    const QString &kind);
    [[nodiscard]] SqlOutcome storeReading(int key, const RawReading &reading);
    [[nodiscard]] SqlOutcome storeState(int key, const RawState &state);
    [[nodiscard]] SqlOutcome storeSkipped(OutletBooks &books, qint64 utcMs);
    [[nodiscard]] SqlOutcome storeReports(const QString &outletId, OutletBooks &books);
    [[nodiscard]] SqlOutcome run(const QString &sql, const QVariantList &values);
    [[nodiscard]] SqlOutcome beginSession(qint64 utcMs);

    HistoryFile &m_file;
    RecordedNews m_news;
    QSet<QString> m_withNewReports;
    std::map<QString, QSqlQuery> m_prepared;
    bool m_sessionMoved = false;
};

} // namespace outlet
