// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/unsealing.h"

#include "history/month_rows.h"
#include "history/raw_hour.h"

namespace outlet {

template <typename T>
static QVariant orNull(const std::optional<T> &value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}

SqlOutcome unseal(SqlConnection &connection, int key, TimeRange range)
{
    QSqlQuery query = connection.query();
    query.prepare(QStringLiteral("SELECT hour, format, data FROM raw_hour"
                                 " WHERE outlet = ? AND hour BETWEEN ? AND ?"));
    query.addBindValue(key);
    query.addBindValue(hourOf(range.startUtcMs));
    query.addBindValue(hourOf(range.endUtcMs));
    if (!query.exec())
        return SqlFailure::from(query.lastError());
    struct Sealed
    {
        qint64 hour;
        RawRows rows;
    };
    QList<Sealed> opened;
    while (query.next()) {
        const qint64 hour = query.value(0).toLongLong();
        auto rows = unpackRawHour(hour, query.value(1).toInt(), query.value(2).toByteArray());
        if (rows) // a damaged hour stays as it is
            opened.append({hour, *std::move(rows)});
    }
    query.finish();
    for (qint64 month = monthOf(dayOf(range.startUtcMs)); month <= monthOf(dayOf(range.endUtcMs));
         ++month) {
        if (const SqlOutcome failure = takeMonthApart(connection, key, month))
            return failure;
    }
    // Only days whose raw rows are still there can be added up anew.
    if (const SqlOutcome failure = connection.run(
            QStringLiteral("DELETE FROM minute_day WHERE outlet = ? AND day BETWEEN ? AND"
                           " ? AND day >= (SELECT min(hour) / 24 FROM raw_hour"
                           " WHERE outlet = ?)"),
            {key, dayOf(range.startUtcMs), dayOf(range.endUtcMs), key}))
        return failure;
    if (const SqlOutcome failure = connection.run(
            QStringLiteral("DELETE FROM rollup_day WHERE outlet = ? AND day BETWEEN ? AND"
                           " ? AND day >= (SELECT min(hour) / 24 FROM raw_hour"
                           " WHERE outlet = ?)"),
            {key, dayOf(range.startUtcMs), dayOf(range.endUtcMs), key}))
        return failure;
    const QString ordinal = QStringLiteral("(SELECT coalesce(max(ordinal) + 1, 0) FROM %1"
                                           " WHERE outlet = ? AND %2 = ?)");
    for (const Sealed &sealed : std::as_const(opened)) {
        for (const RawReport &report : sealed.rows.reports) {
            if (const SqlOutcome failure = connection.run(
                    QStringLiteral("INSERT INTO recent_report (outlet, end_utc_ms, ordinal,"
                                   " duration_ms, joules, arrival_utc_ms) VALUES (?, ?, %1, ?, ?,"
                                   " ?)")
                        .arg(ordinal.arg(QStringLiteral("recent_report"),
                                         QStringLiteral("end_utc_ms"))),
                    {key, report.endUtcMs, key, report.endUtcMs, report.durationMs, report.joules,
                     report.endUtcMs}))
                return failure;
        }
        for (const RawReading &reading : sealed.rows.readings) {
            if (const SqlOutcome failure = connection.run(
                    QStringLiteral("INSERT OR IGNORE INTO recent_reading (outlet, utc_ms,"
                                   " milliwatts, decivolts) VALUES (?, ?, ?, ?)"),
                    {key, reading.utcMs, orNull(reading.milliwatts), orNull(reading.decivolts)}))
                return failure;
        }
        for (const RawState &state : sealed.rows.states) {
            if (const SqlOutcome failure = connection.run(
                    QStringLiteral("INSERT INTO recent_state (outlet, utc_ms, ordinal, connected,"
                                   " relay, cause, signal_dbm) VALUES (?, ?, %1, ?, ?, ?, ?)")
                        .arg(ordinal.arg(QStringLiteral("recent_state"), QStringLiteral("utc_ms"))),
                    {key, state.utcMs, key, state.utcMs, state.connected ? 1 : 0,
                     state.relayOn ? QVariant(*state.relayOn ? 1 : 0) : QVariant(),
                     static_cast<int>(state.cause), orNull(state.signalDbm)}))
                return failure;
        }
        if (const SqlOutcome failure =
                connection.run(QStringLiteral("DELETE FROM raw_hour WHERE outlet = ? AND hour = ?"),
                               {key, sealed.hour}))
            return failure;
    }
    return std::nullopt;
}

} // namespace outlet
