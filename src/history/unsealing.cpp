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
    const qint64 first = dayOf(range.startUtcMs);
    const qint64 last = dayOf(range.endUtcMs);
    RowEditor editor(connection);
    editor.take(takeMonthsOfDaysApart(connection, key, first, last));
    forgetAddedUp(editor, key, first, last);
    for (const Sealed &sealed : std::as_const(opened)) {
        insertOpen(editor, sealed.rows, key);
        editor.run(QStringLiteral("DELETE FROM raw_hour WHERE outlet = ? AND hour = ?"),
                   {key, sealed.hour});
    }
    return editor.failure();
}

void forgetAddedUp(RowEditor &editor, int key, qint64 firstDay, qint64 lastDay)
{
    for (const QString &table : {QStringLiteral("minute_day"), QStringLiteral("rollup_day")})
        editor.run(QStringLiteral("DELETE FROM %1 WHERE outlet = ? AND day BETWEEN ? AND ?"
                                  " AND day >= (SELECT min(hour) / 24 FROM raw_hour"
                                  " WHERE outlet = ?)")
                       .arg(table),
                   {key, firstDay, lastDay, key});
}

QList<RowEditor::Row> openRows(const QList<RawReport> &reports)
{
    QList<RowEditor::Row> rows;
    rows.reserve(reports.size());
    for (const RawReport &one : reports)
        rows.append(RowEditor::Row{one.endUtcMs, one.durationMs, one.joules, one.endUtcMs});
    return rows;
}

void insertOpen(RowEditor &editor, const RawRows &rows, int key)
{
    editor.insert(reportTable(), openRows(rows.reports), key);
    QList<RowEditor::Row> readings;
    for (const RawReading &one : rows.readings)
        readings.append(RowEditor::Row{one.utcMs, orNull(one.milliwatts), orNull(one.decivolts)});
    editor.insert(readingTable(), readings, key);
    QList<RowEditor::Row> states;
    for (const RawState &one : rows.states)
        states.append(RowEditor::Row{one.utcMs, one.connected ? 1 : 0,
                                     one.relayOn ? QVariant(*one.relayOn ? 1 : 0) : QVariant(),
                                     static_cast<int>(one.cause), orNull(one.signalDbm)});
    editor.insert(stateTable(), states, key);
}

} // namespace outlet
