// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/month_rows.h"

#include "history/bucket_pack.h"
#include "history/hour_spans.h"
#include "history/minute_buckets.h"

namespace outlet {

template <typename T>
static QVariant orNull(const std::optional<T> &value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}

SqlOutcome insertDay(SqlConnection &connection, int key, qint64 day, const EnergyBucket &whole,
                     int format, const QByteArray &quarters)
{
    return connection.run(
        QStringLiteral("INSERT OR REPLACE INTO rollup_day (outlet, day, joules, reported_ms,"
                       " known_ms, on_ms, estimated_mj, min_mw, max_mw, format, quarters)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {key, day, whole.joules, whole.reportedMs, whole.knownMs, whole.onMs,
         whole.estimatedMillijoules, orNull(whole.minMilliwatts), orNull(whole.maxMilliwatts),
         format, quarters});
}

Result<PackedDays, SqlFailure> packedMonth(const SqlConnection &connection, int key, qint64 month)
{
    QSqlQuery query = connection.query();
    query.prepare(
        QStringLiteral("SELECT format, days FROM rollup_month WHERE outlet = ? AND month = ?"));
    query.addBindValue(key);
    query.addBindValue(month);
    if (!query.exec())
        return SqlFailure::from(query.lastError());
    if (!query.next())
        return PackedDays();
    auto days = unpackMonth(month, query.value(0).toInt(), query.value(1).toByteArray());
    return days ? *std::move(days) : PackedDays();
}

SqlOutcome takeMonthApart(SqlConnection &connection, int key, qint64 month)
{
    const auto days = packedMonth(connection, key, month);
    if (!days)
        return days.error();
    if (days->empty())
        return std::nullopt;
    for (const auto &[day, packed] : *days) {
        QList<EnergyBucket> quarters(kQuartersOfDay);
        if (!unpackBuckets(packed.format, packed.quarters, kQuarterMs, quarters))
            continue;
        if (const SqlOutcome failure =
                insertDay(connection, key, day, sumOf(quarters, 0, quarters.size()), packed.format,
                          packed.quarters))
            return failure;
    }
    if (SqlOutcome failure = forgetHourSpan(connection, key, month))
        return failure;
    return connection.run(QStringLiteral("DELETE FROM rollup_month WHERE outlet = ? AND month = ?"),
                          {key, month});
}

SqlOutcome takeMonthsOfDaysApart(SqlConnection &connection, int key, qint64 firstDay,
                                 qint64 lastDay)
{
    QSqlQuery query = connection.query();
    query.prepare(QStringLiteral("SELECT month FROM rollup_month WHERE outlet = ?"
                                 " AND month BETWEEN ? AND ?"));
    query.addBindValue(key);
    query.addBindValue(monthOf(firstDay));
    query.addBindValue(monthOf(lastDay));
    if (!query.exec())
        return SqlFailure::from(query.lastError());
    QList<qint64> months;
    while (query.next())
        months.append(query.value(0).toLongLong());
    query.finish();
    for (const qint64 month : std::as_const(months)) {
        if (const SqlOutcome failure = takeMonthApart(connection, key, month))
            return failure;
    }
    return std::nullopt;
}

} // namespace outlet
