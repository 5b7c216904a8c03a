// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/batch_writer.h"

#include <cmath>

#include "history/quantise.h"
#include "history/unsealing.h"
#include "history/waiting_reports.h"

namespace outlet {

template <typename T>
static QVariant orNull(const std::optional<T> &value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}

BatchWriter::BatchWriter(HistoryFile &file)
    : m_file(file)
    , m_statements(file.m_connection)
{
}

SqlOutcome BatchWriter::write(const MeasuredReport &report)
{
    if (const SqlOutcome failure = advanceTo(report.arrivalUtcMs))
        return failure;
    const Books books = booksOf(report.outletId);
    if (!books)
        return books.error();
    OutletBooks &outlet = **books;
    QString refusal = ReportAccounting::refusalOf(report);
    if (refusal.isEmpty() && !outlet.allowance.covers(report))
        refusal = QStringLiteral("report-too-long");
    if (!refusal.isEmpty()) {
        reject(report.outletId, outlet, refusal);
        return std::nullopt;
    }
    outlet.allowance.take(report);
    // In order: behind one that waits everything of its outlet waits.
    if (outlet.waitingSeq || m_moves > kMostMoves) {
        Waiting &waiting = m_waiting[report.outletId];
        if (waiting.bytes.isEmpty())
            waiting.firstUtcMs = report.arrivalUtcMs;
        appendWaitingReport(waiting.bytes, report);
        return std::nullopt;
    }
    return place(report, outlet);
}

SqlOutcome BatchWriter::place(const MeasuredReport &report, OutletBooks &books)
{
    constexpr qint64 window = ReportAccounting::kWindowMs;
    if (!books.reports) {
        // Ahead too: the clock may have been set back while the program was closed.
        auto spans = readReports(m_file.m_connection, books.key, report.arrivalUtcMs,
                                 report.arrivalUtcMs + window);
        if (!spans)
            return spans.error();
        books.reports.emplace();
        books.reports->restore(std::move(spans).value());
    } else if (books.reports->needsOlder(report)) {
        auto spans = readReports(m_file.m_connection, books.key, report.arrivalUtcMs,
                                 books.reports->olderUntilUtcMs().value());
        if (!spans)
            return spans.error();
        books.reports->restoreOlder(std::move(spans).value());
    }
    // An outlet that was switched off a moment ago still reports what it used before; only what
    // lies in the off time with room to spare can't be true.
    const bool isWhileOff =
        report.joules > 0 &&
        books.wasOff(ReportAccounting::earliestStartUtcMs(report), report.arrivalUtcMs);
    const qint64 movesBefore = books.reports->moves();
    const QString refusal =
        isWhileOff ? QStringLiteral("report-while-off") : books.reports->add(report);
    m_moves += books.reports->moves() - movesBefore;
    if (refusal.isEmpty()) {
        m_withNewReports.insert(report.outletId);
        return std::nullopt;
    }
    reject(report.outletId, books, refusal);
    if (!m_withNewReports.contains(report.outletId))
        books.reports->letGo(kReportsInMind);
    return std::nullopt;
}

SqlOutcome BatchWriter::placeWaiting(const QString &outletId)
{
    const Books books = booksOf(outletId);
    if (!books)
        return books.error();
    OutletBooks &outlet = **books;
    QList<QByteArray> blobs;
    {
        QSqlQuery query = m_file.m_connection.query();
        query.prepare(
            QStringLiteral("SELECT data FROM waiting_report WHERE outlet = ? ORDER BY seq"));
        query.addBindValue(outlet.key);
        if (!query.exec())
            return SqlFailure::from(query.lastError());
        while (query.next())
            blobs.append(query.value(0).toByteArray());
        if (query.lastError().isValid())
            return SqlFailure::from(query.lastError());
    }
    for (const QByteArray &blob : std::as_const(blobs)) {
        const QList<MeasuredReport> reports = waitingReports(blob, outletId);
        for (const MeasuredReport &report : reports) {
            if (const SqlOutcome failure = place(report, outlet))
                return failure;
        }
    }
    outlet.waitingSeq.reset();
    return run(QStringLiteral("DELETE FROM waiting_report WHERE outlet = ?"), {outlet.key});
}

SqlOutcome BatchWriter::write(const MeasuredReading &reading)
{
    if (const SqlOutcome failure = advanceTo(reading.utcMs))
        return failure;
    const Books books = booksOf(reading.outletId);
    if (!books)
        return books.error();
    OutletBooks &outlet = **books;
    RawReading row;
    row.utcMs = reading.utcMs;
    const bool isOff = !outlet.states.isEmpty() && outlet.states.constLast().relayOn == false;
    if (isOff)
        row.milliwatts = 0; // a relay that is off draws nothing, whatever the wire says
    else if (reading.powerWatts)
        row.milliwatts = quantise(std::llround(*reading.powerWatts * 1000));
    if (reading.voltageVolts)
        row.decivolts = std::llround(*reading.voltageVolts * 10);
    const QList<RawReading> rows = outlet.readings.add(row);
    for (const RawReading &one : rows) {
        if (const SqlOutcome failure = storeReading(outlet.key, one))
            return failure;
        m_news.touch(reading.outletId, one.utcMs, one.utcMs + 1);
    }
    return std::nullopt;
}

SqlOutcome BatchWriter::write(const MeasuredState &state)
{
    if (const SqlOutcome failure = advanceTo(state.utcMs))
        return failure;
    const Books books = booksOf(state.outletId);
    if (!books)
        return books.error();
    OutletBooks &outlet = **books;
    if (const SqlOutcome failure = storeSkipped(outlet, state.utcMs))
        return failure;
    const RawState row{state.utcMs, state.connected, state.relayOn, state.cause, state.signalDbm};
    if (const SqlOutcome failure = storeState(outlet.key, row))
        return failure;
    outlet.addState(row);
    m_file.m_mind.lastStates.insert(state.outletId, state);
    m_news.touch(state.outletId, state.utcMs, state.utcMs + 1);
    return std::nullopt;
}

SqlOutcome BatchWriter::write(const RecordingTick &tick)
{
    if (const SqlOutcome failure = advanceTo(tick.fromUtcMs))
        return failure;
    if (tick.untilUtcMs > m_file.m_mind.sessionEndUtcMs) {
        m_file.m_mind.sessionEndUtcMs = tick.untilUtcMs;
        m_sessionMoved = true;
    }
    return std::nullopt;
}

SqlOutcome BatchWriter::advanceTo(qint64 utcMs)
{
    HistoryFile::Mind &mind = m_file.m_mind;
    const bool goesOn = mind.sessionId && utcMs <= mind.sessionEndUtcMs + kInterruptedMs &&
                        utcMs >= mind.sessionEndUtcMs - kInterruptedMs;
    if (!goesOn)
        return beginSession(utcMs);
    if (utcMs > mind.sessionEndUtcMs) {
        mind.sessionEndUtcMs = utcMs;
        m_sessionMoved = true;
    }
    return std::nullopt;
}

SqlOutcome BatchWriter::beginSession(qint64 utcMs)
{
    HistoryFile::Mind &mind = m_file.m_mind;
    if (m_sessionMoved) {
        if (const SqlOutcome failure =
                run(QStringLiteral("UPDATE recording SET end_utc_ms = ? WHERE id = ?"),
                    {mind.sessionEndUtcMs, *mind.sessionId}))
            return failure;
        m_sessionMoved = false;
    }
    QSqlQuery insert = m_file.m_connection.query();
    insert.prepare(
        QStringLiteral("INSERT INTO recording (start_utc_ms, end_utc_ms) VALUES (?, ?)"));
    insert.addBindValue(utcMs);
    insert.addBindValue(utcMs);
    if (!insert.exec())
        return SqlFailure::from(insert.lastError());
    mind.sessionId = insert.lastInsertId().toLongLong();
    mind.sessionEndUtcMs = utcMs;
    // What held before the interruption is what is known now; a session says it for itself.
    const QHash<QString, MeasuredState> lastStates = mind.lastStates;
    for (MeasuredState state : lastStates) {
        state.utcMs = utcMs;
        state.cause = MeasuredState::Cause::Recording;
        const Books books = booksOf(state.outletId);
        if (!books)
            return books.error();
        const RawState row{utcMs, state.connected, state.relayOn, state.cause, state.signalDbm};
        (*books)->states.clear(); // nothing is known of the time between
        (*books)->addState(row);
        if (const SqlOutcome failure = storeState((*books)->key, row))
            return failure;
    }
    return std::nullopt;
}

SqlOutcome BatchWriter::finish()
{
    for (const QString &outletId : std::as_const(m_withNewReports)) {
        if (const SqlOutcome failure = storeReports(outletId, m_file.m_mind.outlets[outletId]))
            return failure;
    }
    if (const SqlOutcome failure = storeWaiting())
        return failure;
    if (const SqlOutcome failure = storeRejected())
        return failure;
    if (m_sessionMoved) {
        if (const SqlOutcome failure =
                run(QStringLiteral("UPDATE recording SET end_utc_ms = ? WHERE id = ?"),
                    {m_file.m_mind.sessionEndUtcMs, *m_file.m_mind.sessionId}))
            return failure;
    }
    m_file.m_latestUtcMs = std::max(m_file.m_latestUtcMs, m_file.m_mind.sessionEndUtcMs);
    return std::nullopt;
}

BatchWriter::Books BatchWriter::booksOf(const QString &outletId)
{
    QHash<QString, OutletBooks> &outlets = m_file.m_mind.outlets;
    const auto known = outlets.find(outletId);
    if (known != outlets.end())
        return &*known;
    auto books = readBooks(m_file.m_connection, outletId);
    if (!books)
        return books.error();
    return &*outlets.insert(outletId, *std::move(books));
}

void BatchWriter::reject(const QString &outletId, OutletBooks &books, const QString &kind)
{
    ++books.rejected[kind];
    ++m_rejected[outletId][kind];
}

SqlOutcome BatchWriter::storeRejected()
{
    // Once a batch: what is refused is often refused a thousand times.
    for (auto it = m_rejected.cbegin(); it != m_rejected.cend(); ++it) {
        const OutletBooks &books = m_file.m_mind.outlets[it.key()];
        m_news.rejected.insert(it.key(), books.rejected);
        for (auto kind = it->cbegin(); kind != it->cend(); ++kind) {
            if (const SqlOutcome failure =
                    run(QStringLiteral(
                            "INSERT INTO history_rejected (outlet, kind, count) VALUES (?, ?, ?)"
                            " ON CONFLICT DO UPDATE SET count = count + excluded.count"),
                        {books.key, kind.key(), kind.value()}))
                return failure;
        }
    }
    return std::nullopt;
}

SqlOutcome BatchWriter::storeWaiting()
{
    for (auto it = m_waiting.cbegin(); it != m_waiting.cend(); ++it) {
        OutletBooks &books = m_file.m_mind.outlets[it.key()];
        // A time, so that two files that become one do not take the same place.
        books.waitingSeq = std::max(books.waitingSeq.value_or(it->firstUtcMs) + 1, it->firstUtcMs);
        if (const SqlOutcome failure = run(
                QStringLiteral("INSERT INTO waiting_report (outlet, seq, data) VALUES (?, ?, ?)"),
                {books.key, *books.waitingSeq, it->bytes}))
            return failure;
        m_file.m_mind.waiting.insert(it.key());
    }
    return std::nullopt;
}

SqlOutcome BatchWriter::storeReading(int key, const RawReading &reading)
{
    return run(QStringLiteral("INSERT OR REPLACE INTO recent_reading"
                              " (outlet, utc_ms, milliwatts, decivolts) VALUES (?, ?, ?, ?)"),
               {key, reading.utcMs, orNull(reading.milliwatts), orNull(reading.decivolts)});
}

SqlOutcome BatchWriter::storeState(int key, const RawState &state)
{
    return run(
        QStringLiteral("INSERT INTO recent_state"
                       " (outlet, utc_ms, ordinal, connected, relay, cause, signal_dbm)"
                       " VALUES (?, ?, (SELECT coalesce(max(ordinal) + 1, 0) FROM recent_state"
                       " WHERE outlet = ? AND utc_ms = ?), ?, ?, ?, ?)"),
        {key, state.utcMs, key, state.utcMs, state.connected ? 1 : 0,
         state.relayOn ? QVariant(*state.relayOn ? 1 : 0) : QVariant(), int(state.cause),
         orNull(state.signalDbm)});
}

SqlOutcome BatchWriter::storeSkipped(OutletBooks &books, qint64 utcMs)
{
    const std::optional<RawReading> skipped = books.readings.takeSkipped(utcMs);
    return skipped ? storeReading(books.key, *skipped) : std::nullopt;
}

SqlOutcome BatchWriter::storeReports(const QString &outletId, OutletBooks &books)
{
    std::optional<TimeRange> changed;
    const auto extend = [&changed](qint64 endUtcMs, qint64 durationMs) {
        const TimeRange span{endUtcMs - std::max<qint64>(durationMs, 1), endUtcMs};
        changed = changed ? TimeRange{std::min(changed->startUtcMs, span.startUtcMs),
                                      std::max(changed->endUtcMs, span.endUtcMs)}
                          : span;
    };
    for (const ReportAccounting::Span &span : books.reports->spans()) {
        if (span.isUnchanged())
            continue;
        extend(span.endUtcMs, span.durationMs);
        if (span.storedEndUtcMs)
            extend(*span.storedEndUtcMs, span.durationMs);
    }
    if (!changed)
        return std::nullopt;
    // After a long stall a report may reach into time that is sealed already, or move others there.
    if (const SqlOutcome failure = unseal(m_file.m_connection, books.key, *changed))
        return failure;
    // First all old rows go, then all new ones come: one may take the place of another.
    for (const ReportAccounting::Span &span : books.reports->spans()) {
        if (span.isUnchanged() || !span.storedEndUtcMs)
            continue;
        if (const SqlOutcome failure =
                run(QStringLiteral(
                        "DELETE FROM recent_report WHERE outlet = ? AND end_utc_ms = ?"
                        " AND ordinal = (SELECT min(ordinal) FROM recent_report WHERE outlet = ?"
                        " AND end_utc_ms = ? AND duration_ms = ? AND joules = ?)"),
                    {books.key, *span.storedEndUtcMs, books.key, *span.storedEndUtcMs,
                     span.durationMs, span.joules}))
            return failure;
    }
    for (const ReportAccounting::Span &span : books.reports->spans()) {
        if (span.isUnchanged())
            continue;
        if (const SqlOutcome failure =
                run(QStringLiteral(
                        "INSERT INTO recent_report"
                        " (outlet, end_utc_ms, ordinal, duration_ms, joules, arrival_utc_ms)"
                        " VALUES (?, ?, (SELECT coalesce(max(ordinal) + 1, 0) FROM recent_report"
                        " WHERE outlet = ? AND end_utc_ms = ?), ?, ?, ?)"),
                    {books.key, span.endUtcMs, books.key, span.endUtcMs, span.durationMs,
                     span.joules, span.arrivalUtcMs ? span.arrivalUtcMs : span.endUtcMs}))
            return failure;
    }
    books.reports->allStored();
    books.reports->letGo(kReportsInMind);
    m_news.touch(outletId, changed->startUtcMs, changed->endUtcMs);
    return std::nullopt;
}

SqlOutcome BatchWriter::run(const QString &sql, const QVariantList &values)
{
    return m_statements.run(sql, values);
}

} // namespace outlet
