// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/history_check.h"

#include "history/bucket_pack.h"
#include "history/minute_buckets.h"
#include "history/month_pack.h"
#include "history/raw_hour.h"

namespace outlet {

std::optional<QString> findDamage(SqlConnection &connection, const std::atomic<bool> &isCancelled)
{
    QStringList tables;
    QSqlQuery query = connection.query();
    query.exec(QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table'"));
    while (query.next())
        tables += query.value(0).toString();
    query.finish();
    // Table by table, so that nobody waits long for the end of it.
    for (const QString &table : tables) {
        if (isCancelled)
            return std::nullopt;
        const auto check = connection.value(QStringLiteral("PRAGMA quick_check('%1')").arg(table));
        if (!check && check.error().isDamage())
            return check.error().text;
        if (check && check->toString() != u"ok")
            return check->toString();
    }
    return std::nullopt;
}

bool isSoundBlob(const QString &table, qint64 place, int format, const QByteArray &data)
{
    if (table == u"raw_hour")
        return unpackRawHour(place, format, data).has_value();
    if (table == u"rollup_month")
        return unpackMonth(place, format, data).has_value();
    const qint64 bucketMs = table == u"minute_day" ? kMinuteMs : kQuarterMs;
    QList<EnergyBucket> buckets(kDayMs / bucketMs);
    return unpackBuckets(format, data, bucketMs, buckets);
}

} // namespace outlet
