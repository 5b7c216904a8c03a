// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/past_writer.h"

#include <chrono>
#include <thread>
#include <utility>

#include "history/bucket_pack.h"
#include "history/raw_hour.h"
#include "history/sealing.h"

namespace outlet {

template <typename T>
static QVariant orNull(const std::optional<T> &value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}

/// Rows of one step: some milliseconds, as they are packed before it begins.
static constexpr qsizetype kRowsOfStep = 100;

/// SQLite has no queue of those who wait for the lock: they look again now and then, and need a
/// moment in which it is free.
static void letOthersWrite()
{
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

PastWriter::PastWriter(SqlConnection &connection)
    : m_connection(connection)
{
}

SqlOutcome PastWriter::addSession(TimeRange range)
{
    return add(QStringLiteral("recording"), {QVariant(), range.startUtcMs, range.endUtcMs});
}

SqlOutcome PastWriter::addDay(const QString &outletId, qint64 day,
                              const QList<EnergyBucket> &quarters)
{
    const auto key = keyOf(outletId);
    if (!key)
        return key.error();
    const EnergyBucket whole = sumOf(quarters, 0, quarters.size());
    return add(QStringLiteral("rollup_day"),
               {*key, day, whole.joules, whole.reportedMs, whole.knownMs, whole.onMs,
                whole.estimatedMillijoules, orNull(whole.minMilliwatts),
                orNull(whole.maxMilliwatts), kBucketFormat, packBuckets(quarters, kQuarterMs)});
}

SqlOutcome PastWriter::addHour(const QString &outletId, qint64 hour, const RawRows &rows)
{
    const auto key = keyOf(outletId);
    if (!key)
        return key.error();
    return add(QStringLiteral("raw_hour"), {*key, hour, kRawHourFormat, packRawHour(hour, rows)});
}

SqlOutcome PastWriter::finish(qint64 nowUtcMs, const std::atomic<bool> &isCancelled)
{
    if (const SqlOutcome failure = writeRows())
        return failure;
    Sealer sealer(m_connection);
    while (!isCancelled) {
        const auto worked = sealer.step(nowUtcMs, HistoryRetention());
        if (!worked)
            return worked.error();
        if (!*worked)
            break;
        letOthersWrite();
    }
    return std::nullopt;
}

SqlOutcome PastWriter::add(const QString &table, const QVariantList &values)
{
    m_rows.append({table, values});
    return m_rows.size() < kRowsOfStep ? std::nullopt : writeRows();
}

SqlOutcome PastWriter::writeRows()
{
    const QList<Row> rows = std::exchange(m_rows, {});
    if (rows.isEmpty())
        return std::nullopt;
    const SqlOutcome failure = m_connection.transact([&]() -> SqlOutcome {
        for (const Row &row : rows) {
            const QStringList marks(row.values.size(), QStringLiteral("?"));
            if (SqlOutcome refused =
                    m_connection.run(QStringLiteral("INSERT OR REPLACE INTO %1 VALUES (%2)")
                                         .arg(row.table, marks.join(u',')),
                                     row.values))
                return refused;
        }
        return std::nullopt;
    });
    letOthersWrite();
    return failure;
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
