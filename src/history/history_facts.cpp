// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/history_facts.h"

#include <algorithm>

#include "history/month_pack.h"
#include "history/raw_hour.h"
#include "history/row_editor.h"

namespace outlet {

namespace {

constexpr qint64 kDaysCounted = 7;

/// A table of what is packed: which column counts its time, in how many hours, and which its bytes.
struct PackedTable
{
    const char *name;
    const char *time;
    qint64 hours;
    const char *bytes;
};

constexpr PackedTable kRawHour{"raw_hour", "hour", 1, "data"};
constexpr PackedTable kMinuteDay{"minute_day", "day", 24, "data"};
constexpr PackedTable kRollupDay{"rollup_day", "day", 24, "quarters"};
constexpr PackedTable kRollupMonth{"rollup_month", "month", 24 * kDaysOfMonth, "days"};

QString sumOf(const PackedTable &table, const char *condition)
{
    return QStringLiteral("SELECT coalesce(sum(length(%1)), 0) FROM %2 WHERE %3 %4")
        .arg(QLatin1StringView(table.bytes), QLatin1StringView(table.name),
             QLatin1StringView(table.time), QLatin1StringView(condition));
}

/// Bytes of a table before the beginning of a day.
qint64 bytesBefore(RowEditor &reader, const PackedTable &table, qint64 day)
{
    return reader.number(sumOf(table, "< ?"), {floorDivide(day * 24, table.hours)}).value_or(0);
}

} // namespace

Result<HistoryFacts, SqlFailure> historyFacts(SqlConnection &connection, qint64 nowUtcMs)
{
    RowEditor reader(connection);
    HistoryFacts facts;
    const qint64 today = dayOf(nowUtcMs);
    const auto days =
        reader.number(QStringLiteral("SELECT count(*) FROM (SELECT DISTINCT hour / 24 FROM raw_hour"
                                     " WHERE hour >= ? AND hour < ?)"),
                      {(today - kDaysCounted) * 24, today * 24});
    if (days.value_or(0) > 0) {
        qint64 bytes = 0;
        for (const PackedTable &table : {kRawHour, kMinuteDay, kRollupDay}) {
            const qint64 perDay = 24 / table.hours;
            bytes +=
                reader
                    .number(sumOf(table, ">= ?") +
                                QStringLiteral(" AND %1 < ?").arg(QLatin1StringView(table.time)),
                            {(today - kDaysCounted) * perDay, today * perDay})
                    .value_or(0);
        }
        facts.bytesADay = bytes / *days;
    }
    const auto first = reader.number(
        QStringLiteral("SELECT min(first) FROM (SELECT min(hour) * 3600000 AS first FROM raw_hour"
                       " UNION ALL SELECT min(day) * 86400000 FROM rollup_day"
                       " UNION ALL SELECT min(month) * 32 * 86400000 FROM rollup_month"
                       " UNION ALL SELECT min(start_utc_ms) FROM imported_energy"
                       " UNION ALL SELECT min(end_utc_ms) FROM recent_report"
                       " UNION ALL SELECT min(utc_ms) FROM recent_reading)"),
        {});
    if (first)
        facts.firstUtcMs = *first;
    const auto ids = reader.select(
        QStringLiteral("SELECT outlet_id FROM history_outlet WHERE key IN"
                       " (SELECT outlet FROM raw_hour UNION SELECT outlet FROM rollup_day"
                       " UNION SELECT outlet FROM rollup_month UNION SELECT outlet FROM minute_day"
                       " UNION SELECT outlet FROM imported_energy"
                       " UNION SELECT outlet FROM recent_report"
                       " UNION SELECT outlet FROM recent_reading"
                       " UNION SELECT outlet FROM recent_state)"),
        {});
    for (const RowEditor::Row &row : ids)
        facts.outletIds.append(row.constFirst().toString());
    if (reader.failure())
        return *reader.failure();
    return facts;
}

Result<qint64, SqlFailure> bytesBeyond(SqlConnection &connection, const HistoryRetention &retention,
                                       qint64 nowUtcMs)
{
    RowEditor reader(connection);
    const qint64 today = dayOf(nowUtcMs);
    qint64 bytes = bytesBefore(reader, kRawHour, today - std::max(retention.rawDays, 2));
    if (retention.minuteDays > 0)
        bytes += bytesBefore(reader, kMinuteDay, today - retention.minuteDays);
    if (retention.rollupDays > 0) {
        bytes += bytesBefore(reader, kRollupDay, today - retention.rollupDays);
        bytes += bytesBefore(reader, kRollupMonth, today - retention.rollupDays);
    }
    if (reader.failure())
        return *reader.failure();
    return bytes;
}

SqlOutcome eraseHistory(SqlConnection &connection, const QString &outletId)
{
    RowEditor editor(connection);
    editor.run(QStringLiteral("BEGIN IMMEDIATE"), {});
    for (const char *table : {"waiting_report", "recent_report", "recent_reading", "recent_state",
                              "raw_hour", "minute_day", "rollup_day", "rollup_month",
                              "rollup_hours", "imported_energy", "history_rejected"})
        editor.run(QStringLiteral("DELETE FROM %1 WHERE outlet ="
                                  " (SELECT key FROM history_outlet WHERE outlet_id = ?)")
                       .arg(QLatin1StringView(table)),
                   {outletId});
    // An import of which nothing is left can't be taken back any more.
    editor.run(QStringLiteral("DELETE FROM import WHERE state = 1 AND id NOT IN"
                              " (SELECT import FROM imported_energy)"),
               {});
    editor.run(QStringLiteral("COMMIT"), {});
    if (editor.failure()) {
        // What it answers says nothing new: SQLite may have rolled back by itself already.
        static_cast<void>(connection.run(QStringLiteral("ROLLBACK")));
    }
    return editor.failure();
}

} // namespace outlet
