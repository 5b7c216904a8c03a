// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/outlet_books.h"

#include <algorithm>

#include "history/raw_reader.h"

namespace outlet {

bool ReportAllowance::covers(const MeasuredReport &report)
{
    if (m_atUtcMs && report.arrivalUtcMs < *m_atUtcMs - ReportAccounting::kPassedSlackMs) {
        // The clock was set back: what was counted before says nothing about now.
        m_leftMs = ReportAccounting::kWindowMs;
        m_atUtcMs.reset();
    }
    if (m_atUtcMs && report.arrivalUtcMs > *m_atUtcMs)
        m_leftMs =
            std::min(m_leftMs + report.arrivalUtcMs - *m_atUtcMs, ReportAccounting::kWindowMs);
    m_atUtcMs = std::max(m_atUtcMs.value_or(report.arrivalUtcMs), report.arrivalUtcMs);
    const qint64 durationMs = report.seconds * 1000;
    const qint64 slack =
        std::max(ReportAccounting::slackMs(durationMs), ReportAccounting::kPassedSlackMs);
    return durationMs <= m_leftMs + slack;
}

void ReportAllowance::take(const MeasuredReport &report)
{
    m_leftMs = std::max<qint64>(0, m_leftMs - report.seconds * 1000);
}

bool OutletBooks::wasOff(qint64 startUtcMs, qint64 endUtcMs) const
{
    for (qsizetype i = states.size() - 1; i >= 0; --i) {
        const RawState &state = states.at(i);
        if (state.utcMs >= endUtcMs)
            continue;
        if (!state.connected || state.relayOn != false)
            return false;
        if (state.utcMs <= startUtcMs)
            return true;
    }
    return false; // nothing is known of its beginning
}

void OutletBooks::addState(const RawState &state)
{
    if (!states.isEmpty() && state.utcMs < states.constLast().utcMs)
        states.clear(); // the clock was set back: the order of before means nothing any more
    states.append(state);
    // One from before the window tells what it began with.
    const qint64 oldest = state.utcMs - 2 * ReportAccounting::kWindowMs;
    while (states.size() > 1 && states.at(1).utcMs < oldest)
        states.removeFirst();
}

Result<OutletBooks, SqlFailure> readBooks(SqlConnection &connection, const QString &outletId)
{
    if (const SqlOutcome failure = connection.run(
            QStringLiteral("INSERT OR IGNORE INTO history_outlet (outlet_id) VALUES (?)"),
            {outletId}))
        return *failure;
    QSqlQuery query = connection.query();
    query.prepare(QStringLiteral("SELECT o.key, r.kind, r.count FROM history_outlet o"
                                 " LEFT JOIN history_rejected r ON r.outlet = o.key"
                                 " WHERE o.outlet_id = ?"));
    query.addBindValue(outletId);
    if (!query.exec())
        return SqlFailure::from(query.lastError());
    OutletBooks books;
    while (query.next()) {
        books.key = query.value(0).toInt();
        if (!query.isNull(1))
            books.rejected.insert(query.value(1).toString(), query.value(2).toULongLong());
    }
    if (query.lastError().isValid())
        return SqlFailure::from(query.lastError());
    query.prepare(QStringLiteral("SELECT max(seq) FROM waiting_report WHERE outlet = ?"));
    query.addBindValue(books.key);
    if (!query.exec() || !query.next())
        return SqlFailure::from(query.lastError());
    if (!query.isNull(0))
        books.waitingSeq = query.value(0).toLongLong();
    return books;
}

Result<QList<ReportAccounting::Span>, SqlFailure> readReports(SqlConnection &connection, int key,
                                                              qint64 arrivalUtcMs, qint64 endUtcMs)
{
    QSqlQuery query = connection.query();
    query.prepare(QStringLiteral("SELECT end_utc_ms, duration_ms, joules, arrival_utc_ms"
                                 " FROM recent_report WHERE outlet = ? AND end_utc_ms > ?"
                                 " AND end_utc_ms <= ?"));
    query.addBindValue(key);
    query.addBindValue(arrivalUtcMs - ReportAccounting::kWindowMs);
    query.addBindValue(endUtcMs);
    if (!query.exec())
        return SqlFailure::from(query.lastError());
    QList<ReportAccounting::Span> spans;
    while (query.next()) {
        const qint64 end = query.value(0).toLongLong();
        spans.append({end, query.value(1).toLongLong(), query.value(2).toLongLong(), end,
                      query.value(3).toLongLong(), false});
    }
    if (query.lastError().isValid())
        return SqlFailure::from(query.lastError());
    RawReader sealed(connection);
    const auto older =
        sealed.sealedReports(key, {arrivalUtcMs - ReportAccounting::kWindowMs + 1, endUtcMs + 1});
    if (!older)
        return older.error();
    for (const RawReport &report : *older)
        spans.append(
            {report.endUtcMs, report.durationMs, report.joules, report.endUtcMs, 0, false});
    return spans;
}

} // namespace outlet
