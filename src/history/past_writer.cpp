// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/past_writer.h"

#include "history/bucket_pack.h"
#include "history/raw_hour.h"
#include "history/sealing.h"

namespace outlet {

template <typename T>
static QVariant orNull(const std::optional<T> &value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}

PastWriter::PastWriter(SqlConnection &connection)
    : m_connection(connection)
{
}

SqlOutcome PastWriter::begin()
{
    return m_connection.run(QStringLiteral("BEGIN IMMEDIATE"));
}

SqlOutcome PastWriter::addSession(TimeRange range)
{
    return m_connection.run(
        QStringLiteral("INSERT INTO recording (start_utc_ms, end_utc_ms) VALUES (?, ?)"),
        {range.startUtcMs, range.endUtcMs});
}

SqlOutcome PastWriter::addDay(const QString &outletId, qint64 day,
                              const QList<EnergyBucket> &quarters)
{
    const auto key = keyOf(outletId);
    if (!key)
        return key.error();
    const EnergyBucket whole = sumOf(quarters, 0, quarters.size());
    return m_connection.run(
        QStringLiteral("INSERT OR REPLACE INTO rollup_day (outlet, day, joules, reported_ms,"
                       " known_ms, on_ms, estimated_mj, min_mw, max_mw, format, quarters)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {*key, day, whole.joules, whole.reportedMs, whole.knownMs, whole.onMs,
         whole.estimatedMillijoules, orNull(whole.minMilliwatts), orNull(whole.maxMilliwatts),
         kBucketFormat, packBuckets(quarters, kQuarterMs)});
}

SqlOutcome PastWriter::addHour(const QString &outletId, qint64 hour, const RawRows &rows)
{
    const auto key = keyOf(outletId);
    if (!key)
        return key.error();
    return m_connection.run(
        QStringLiteral("INSERT OR REPLACE INTO raw_hour (outlet, hour, format, data)"
                       " VALUES (?, ?, ?, ?)"),
        {*key, hour, kRawHourFormat, packRawHour(hour, rows)});
}

SqlOutcome PastWriter::finish(qint64 nowUtcMs, const std::atomic<bool> &isCancelled)
{
    if (const SqlOutcome failure = m_connection.run(QStringLiteral("COMMIT")))
        return failure;
    Sealer sealer(m_connection);
    while (!isCancelled) {
        const auto worked = sealer.step(nowUtcMs, HistoryRetention());
        if (!worked)
            return worked.error();
        if (!*worked)
            break;
    }
    return std::nullopt;
}

Result<int, SqlFailure> PastWriter::keyOf(const QString &outletId)
{
    const auto known = m_keys.constFind(outletId);
    if (known != m_keys.cend())
        return *known;
    if (const SqlOutcome failure = m_connection.run(
            QStringLiteral("INSERT OR IGNORE INTO history_outlet (outlet_id) VALUES (?)"),
            {outletId}))
        return *failure;
    QSqlQuery query = m_connection.query();
    query.prepare(QStringLiteral("SELECT key FROM history_outlet WHERE outlet_id = ?"));
    query.addBindValue(outletId);
    if (!query.exec() || !query.next())
        return SqlFailure::from(query.lastError());
    return *m_keys.insert(outletId, query.value(0).toInt());
}

} // namespace outlet
