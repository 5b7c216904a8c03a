// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/history_file.h"

#include "history/batch_writer.h"

namespace outlet {

HistoryFile::HistoryFile(QString path)
    : m_path(std::move(path))
{
}

HistoryFile::~HistoryFile() = default;

SqlOutcome HistoryFile::open()
{
    SqlOutcome failure = m_connection.openForWriting(m_path);
    // FULL: in WAL mode, NORMAL may lose the last transactions when the power goes.
    if (!failure)
        failure = m_connection.run(QStringLiteral("PRAGMA synchronous = FULL"));
    if (!failure) {
        const auto latest =
            m_connection.value(QStringLiteral("SELECT max(end_utc_ms) FROM recording"));
        if (latest)
            m_latestUtcMs = latest->toLongLong();
        else
            failure = latest.error();
    }
    if (!failure)
        failure = readWaiting();
    if (failure)
        close();
    return failure;
}

void HistoryFile::close()
{
    m_connection.close();
    m_mind = {};
}

SqlOutcome HistoryFile::readWaiting()
{
    QSqlQuery query = m_connection.query();
    if (!query.exec(QStringLiteral("SELECT o.outlet_id FROM history_outlet o WHERE EXISTS"
                                   " (SELECT 1 FROM waiting_report w WHERE w.outlet = o.key)")))
        return SqlFailure::from(query.lastError());
    QSet<QString> waiting;
    while (query.next())
        waiting.insert(query.value(0).toString());
    if (query.lastError().isValid())
        return SqlFailure::from(query.lastError());
    m_mind.waiting = waiting;
    return std::nullopt;
}

SqlOutcome HistoryFile::forgetReports()
{
    for (OutletBooks &books : m_mind.outlets) {
        books.reports.reset();
        books.allowance = {};
    }
    if (!isOpen())
        return std::nullopt;
    const SqlOutcome failure = readWaiting();
    for (auto it = m_mind.outlets.begin(); it != m_mind.outlets.end(); ++it) {
        if (!m_mind.waiting.contains(it.key()))
            it->waitingSeq.reset();
        else if (!it->waitingSeq)
            it->waitingSeq = 0;
    }
    return failure;
}

template <typename Work>
Result<RecordedNews, SqlFailure> HistoryFile::transact(Work work)
{
    const Mind before = m_mind;
    RecordedNews news;
    const SqlOutcome failure = m_connection.transact([&] {
        BatchWriter batch(*this);
        SqlOutcome outcome = work(batch);
        if (!outcome)
            outcome = batch.finish();
        news = batch.news();
        return outcome;
    });
    if (!failure)
        return news;
    m_mind = before;
    return *failure;
}

Result<RecordedNews, SqlFailure> HistoryFile::write(std::span<const RecordedEntry> entries)
{
    return transact([entries](BatchWriter &batch) -> SqlOutcome {
        for (const RecordedEntry &entry : entries) {
            if (const SqlOutcome failure =
                    std::visit([&batch](const auto &one) { return batch.write(one); }, entry))
                return failure;
        }
        return std::nullopt;
    });
}

Result<RecordedNews, SqlFailure> HistoryFile::placeWaiting(int most)
{
    return transact([this, most](BatchWriter &batch) -> SqlOutcome {
        for (int i = 0; i < most && !m_mind.waiting.isEmpty(); ++i) {
            const QString outletId = *m_mind.waiting.cbegin();
            if (const SqlOutcome failure = batch.placeWaiting(outletId))
                return failure;
            m_mind.waiting.remove(outletId);
        }
        return std::nullopt;
    });
}

Result<RejectedCounts, SqlFailure> HistoryFile::rejectedCounts()
{
    QSqlQuery query = m_connection.query();
    if (!query.exec(QStringLiteral("SELECT o.outlet_id, r.kind, r.count FROM history_rejected r"
                                   " JOIN history_outlet o ON o.key = r.outlet")))
        return SqlFailure::from(query.lastError());
    RejectedCounts counts;
    while (query.next())
        counts[query.value(0).toString()][query.value(1).toString()] = query.value(2).toULongLong();
    if (query.lastError().isValid())
        return SqlFailure::from(query.lastError());
    return counts;
}

} // namespace outlet
