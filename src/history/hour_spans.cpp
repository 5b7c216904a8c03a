// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/hour_spans.h"

#include "base/logging.h"
#include "history/bucket_pack.h"
#include "history/minute_buckets.h"
#include "history/raw_hour.h"

namespace outlet {

namespace {

constexpr int kSpanFormat = 1;
constexpr qint64 kMonthsOfSpan = kDaysOfSpan / kDaysOfMonth;
constexpr qsizetype kHoursOfDay = 24;

/// The day by hours; none when it can't be read.
std::optional<PackedDay> byHours(const PackedDay &day)
{
    QList<EnergyBucket> quarters(kQuartersOfDay);
    if (!unpackBuckets(day.format, day.quarters, kQuarterMs, quarters))
        return std::nullopt;
    QList<EnergyBucket> hours;
    hours.reserve(kHoursOfDay);
    for (qsizetype i = 0; i < kHoursOfDay; ++i)
        hours.append(sumOf(quarters, i * 4, 4));
    return PackedDay{kBucketFormat, packBuckets(hours, kHourMs)};
}

/// All days of a span; such as can't be read are no part of it.
Result<PackedDays, SqlFailure> daysOf(const SqlConnection &connection, int key, qint64 span)
{
    QSqlQuery query = connection.query();
    query.prepare(QStringLiteral("SELECT month, format, days FROM rollup_month"
                                 " WHERE outlet = ? AND month >= ? AND month < ?"));
    query.addBindValue(key);
    query.addBindValue(span * kMonthsOfSpan);
    query.addBindValue((span + 1) * kMonthsOfSpan);
    if (!query.exec())
        return SqlFailure::from(query.lastError());
    PackedDays days;
    while (query.next()) {
        const auto month = unpackMonth(query.value(0).toLongLong(), query.value(1).toInt(),
                                       query.value(2).toByteArray());
        if (!month)
            continue;
        for (const auto &[day, quarters] : *month) {
            if (auto hours = byHours(quarters))
                days.emplace(day, *std::move(hours));
        }
    }
    if (query.lastError().isValid())
        return SqlFailure::from(query.lastError());
    return days;
}

} // namespace

Result<bool, SqlFailure> makeHourSpan(SqlConnection &connection, int key, qint64 nowUtcMs)
{
    // As late as the last of its months is packed.
    const qint64 limit = floorDivide(dayOf(nowUtcMs) - 3, kDaysOfSpan);
    std::optional<qint64> span;
    {
        QSqlQuery query = connection.query();
        query.prepare(QStringLiteral("SELECT min(month) FROM rollup_month WHERE outlet = ?"
                                     " AND month >= 0 AND month < ? AND month / ? NOT IN"
                                     " (SELECT span FROM rollup_hours WHERE outlet = ?)"));
        query.addBindValue(key);
        query.addBindValue(limit * kMonthsOfSpan);
        query.addBindValue(kMonthsOfSpan);
        query.addBindValue(key);
        if (!query.exec() || !query.next())
            return SqlFailure::from(query.lastError());
        if (!query.isNull(0))
            span = query.value(0).toLongLong() / kMonthsOfSpan;
    }
    if (!span)
        return false;
    const SqlOutcome failure = connection.transact([&]() -> SqlOutcome {
        const auto days = daysOf(connection, key, *span);
        if (!days)
            return days.error();
        return connection.run(
            QStringLiteral("INSERT OR REPLACE INTO rollup_hours (outlet, span, format, data)"
                           " VALUES (?, ?, ?, ?)"),
            {key, *span, kSpanFormat, packDays(*span * kDaysOfSpan, *days)});
    });
    if (failure)
        return *failure;
    return true;
}

SqlOutcome forgetHourSpan(SqlConnection &connection, int key, qint64 month)
{
    return connection.run(QStringLiteral("DELETE FROM rollup_hours WHERE outlet = ? AND span = ?"),
                          {key, floorDivide(month, kMonthsOfSpan)});
}

Result<HourSpans, SqlFailure> hourSpans(const SqlConnection &connection, int key, qint64 first,
                                        qint64 last)
{
    HourSpans found;
    QSqlQuery query = connection.query();
    query.prepare(QStringLiteral("SELECT span, format, data FROM rollup_hours WHERE outlet = ?"
                                 " AND span >= ? AND span < ? ORDER BY span"));
    query.addBindValue(key);
    query.addBindValue(-floorDivide(-first, kDaysOfSpan)); // the first that begins then or later
    query.addBindValue(floorDivide(last + 1, kDaysOfSpan));
    if (!query.exec())
        return SqlFailure::from(query.lastError());
    while (query.next()) {
        const qint64 firstDay = query.value(0).toLongLong() * kDaysOfSpan;
        auto days = query.value(1).toInt() == kSpanFormat
                        ? unpackDays(firstDay, kDaysOfSpan, query.value(2).toByteArray())
                        : std::nullopt;
        if (!days) { // the quarter hours say it as well
            qCWarning(lcHistory) << "the hours of day" << firstDay << "and following of outlet"
                                 << key << "can't be read";
            continue;
        }
        found.firstDays.append(firstDay);
        found.days.merge(*days);
    }
    if (query.lastError().isValid())
        return SqlFailure::from(query.lastError());
    return found;
}

} // namespace outlet
