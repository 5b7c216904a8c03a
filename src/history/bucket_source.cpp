// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/bucket_source.h"

#include <QtCore/QSet>
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/logging.h"
#include "history/bucket_pack.h"
#include "history/hour_spans.h"
#include "history/month_pack.h"
#include "history/span_split.h"

namespace outlet {

namespace {

qint64 lengthOf(BucketSource::Grain grain)
{
    return grain == BucketSource::Grain::Minute ? kMinuteMs : kQuarterMs;
}

void addImported(std::span<EnergyBucket> buckets, qint64 dayStart, qint64 bucketMs,
                 const ImportedEnergy &row)
{
    const qint64 startUtcMs = row.range.startUtcMs;
    const qint64 endUtcMs = row.range.endUtcMs;
    const qint64 from = std::max(startUtcMs, dayStart);
    const qint64 to = std::min(endUtcMs, dayStart + kDayMs);
    for (qint64 at = from; at < to;) {
        const auto index = static_cast<std::size_t>((at - dayStart) / bucketMs);
        const qint64 next = std::min(dayStart + (qint64(index) + 1) * bucketMs, to);
        EnergyBucket &bucket = buckets[index];
        bucket.joules += amountBetween(row.joules, startUtcMs, endUtcMs, at, next);
        // Where the file already knew a part of the bucket, no more than all of it gets known.
        const qint64 known = amountBetween(row.knownMs, startUtcMs, endUtcMs, at, next);
        const qint64 length = std::min(known, bucketMs - bucket.reportedMs);
        bucket.reportedMs += length;
        bucket.knownMs = std::min(bucketMs, std::max(bucket.reportedMs, bucket.knownMs + length));
        if (!bucket.minMilliwatts && row.knownMs > 0) {
            const qint64 mean = qRound64(double(row.joules) * 1e6 / double(row.knownMs));
            bucket.minMilliwatts = mean;
            bucket.maxMilliwatts = mean;
        }
        at = next;
    }
}

/// Minutes of a day of which only the quarters are left: every minute gets its share.
void spread(std::span<const EnergyBucket> quarters, std::span<EnergyBucket> minutes)
{
    for (std::size_t i = 0; i < minutes.size(); ++i) {
        const EnergyBucket &quarter = quarters[i / 15];
        const auto part = static_cast<qint64>(i % 15);
        const auto share = [part](qint64 amount) {
            return amountBetween(amount, 0, 15, part, part + 1);
        };
        EnergyBucket &minute = minutes[i];
        minute.joules = share(quarter.joules);
        minute.reportedMs = share(quarter.reportedMs);
        minute.knownMs = share(quarter.knownMs);
        minute.onMs = share(quarter.onMs);
        minute.estimatedMillijoules = share(quarter.estimatedMillijoules);
        minute.minMilliwatts = quarter.minMilliwatts;
        minute.maxMilliwatts = quarter.maxMilliwatts;
    }
}

} // namespace

BucketSource::BucketSource(SqlConnection &connection, RawReader &raw, const Sessions &sessions,
                           Layers layers)
    : m_connection(connection)
    , m_raw(raw)
    , m_sessions(sessions)
    , m_layers(layers)
{
}

Result<BucketSource::Days, SqlFailure> BucketSource::packedDays(int key, qint64 first, qint64 last,
                                                                Grain grain) const
{
    Days days;
    SqlOutcome failure = addSingleDays(key, first, last, grain, days);
    if (!failure && grain == Grain::Quarter)
        failure = addPackedMonths(key, first, last, days);
    if (failure)
        return *failure;
    return days;
}

Result<BucketSource::Days, SqlFailure> BucketSource::hourDays(int key, TimeRange range) const
{
    const qint64 first = dayOf(range.startUtcMs);
    const qint64 last = dayOf(range.endUtcMs - 1);
    Days days;
    if (const SqlOutcome failure = addSingleDays(key, first, last, Grain::Quarter, days))
        return *failure;
    // A day that the range cuts needs its quarters: the cut may lie within an hour.
    const auto spans = hourSpans(m_connection, key, dayOf(range.startUtcMs + kDayMs - 1),
                                 dayOf(range.endUtcMs) - 1);
    if (!spans)
        return spans.error();
    for (const auto &[day, one] : spans->days) {
        if (!days.contains(day))
            days.insert(day, {day, one.format, one.quarters, kHourMs});
    }
    qint64 from = first; // what lies between the spans comes from the months
    for (const qint64 span : spans->firstDays) {
        if (from < span) {
            if (const SqlOutcome failure = addPackedMonths(key, from, span - 1, days))
                return *failure;
        }
        from = span + kDaysOfSpan;
    }
    if (from <= last) {
        if (const SqlOutcome failure = addPackedMonths(key, from, last, days))
            return *failure;
    }
    return days;
}

SqlOutcome BucketSource::addSingleDays(int key, qint64 first, qint64 last, Grain grain,
                                       Days &days) const
{
    QSqlQuery query = m_connection.query();
    query.prepare(grain == Grain::Minute
                      ? QStringLiteral("SELECT day, format, data FROM minute_day"
                                       " WHERE outlet = ? AND day BETWEEN ? AND ?")
                      : QStringLiteral("SELECT day, format, quarters FROM rollup_day"
                                       " WHERE outlet = ? AND day BETWEEN ? AND ?"));
    query.addBindValue(key);
    query.addBindValue(first);
    query.addBindValue(last);
    if (!query.exec())
        return SqlFailure::from(query.lastError());
    while (query.next()) {
        const qint64 day = query.value(0).toLongLong();
        days.insert(day,
                    {day, query.value(1).toInt(), query.value(2).toByteArray(), lengthOf(grain)});
    }
    if (query.lastError().isValid())
        return SqlFailure::from(query.lastError());
    return std::nullopt;
}

SqlOutcome BucketSource::addPackedMonths(int key, qint64 first, qint64 last, Days &days) const
{
    QSqlQuery query = m_connection.query();
    query.prepare(QStringLiteral("SELECT month, format, days FROM rollup_month"
                                 " WHERE outlet = ? AND month BETWEEN ? AND ?"));
    query.addBindValue(key);
    query.addBindValue(monthOf(first));
    query.addBindValue(monthOf(last));
    if (!query.exec())
        return SqlFailure::from(query.lastError());
    while (query.next()) {
        const qint64 month = query.value(0).toLongLong();
        const auto packed =
            unpackMonth(month, query.value(1).toInt(), query.value(2).toByteArray());
        if (!packed) {
            qCWarning(lcHistory) << "the packed days" << month * kDaysOfMonth << "and following of"
                                 << "outlet" << key << "can't be read and are left out";
            continue;
        }
        for (const auto &[day, one] : *packed) {
            // A day that stands alone was added up later.
            if (day >= first && day <= last && !days.contains(day))
                days.insert(day, {day, one.format, one.quarters, kQuarterMs});
        }
    }
    if (query.lastError().isValid())
        return SqlFailure::from(query.lastError());
    return std::nullopt;
}

Result<QSet<qint64>, SqlFailure> BucketSource::rawDays(int key, qint64 first, qint64 last,
                                                       const Days &packed) const
{
    QSet<qint64> days;
    // Where every day is added up there is nothing to look for. The keys alone are worth it: those
    // of the sealed hours lie all over the file.
    qint64 lacking = last + 1 - first;
    for (auto it = packed.cbegin(); it != packed.cend(); ++it)
        lacking -= it.key() >= first && it.key() <= last ? 1 : 0;
    if (lacking == 0)
        return days;
    const auto number =
        [this](const QString &sql,
               const QVariantList &values) -> Result<std::optional<qint64>, SqlFailure> {
        QSqlQuery query = m_connection.query();
        query.prepare(sql);
        for (const QVariant &value : values)
            query.addBindValue(value);
        if (!query.exec())
            return SqlFailure::from(query.lastError());
        if (!query.next() || query.isNull(0))
            return std::optional<qint64>();
        return std::optional(query.value(0).toLongLong());
    };
    // Day by day and only where nothing is added up: the sealed hours of months lie in hundreds of
    // pages, which nobody needs to read to know that they are there.
    // A few days are looked for without knowing where to begin.
    constexpr qint64 few = 64;
    Result<std::optional<qint64>, SqlFailure> oldest = std::optional<qint64>(first);
    if (lacking > few)
        oldest =
            number(QStringLiteral("SELECT min(hour) / 24 FROM raw_hour WHERE outlet = ?"), {key});
    if (!oldest)
        return oldest.error();
    const auto newest =
        number(QStringLiteral("SELECT max(hour) / 24 FROM raw_hour WHERE outlet = ?"), {key});
    if (!newest)
        return newest.error();
    // A report of a day's first hour may reach into the day before.
    for (qint64 day = std::max(first, oldest->value_or(last + 2) - 1);
         day <= std::min(last, newest->value_or(first - 1)); ++day) {
        if (packed.contains(day))
            continue;
        const auto hour = number(QStringLiteral("SELECT hour FROM raw_hour WHERE outlet = ?"
                                                " AND hour >= ? AND hour <= ? LIMIT 1"),
                                 {key, day * 24, (day + 1) * 24});
        if (!hour)
            return hour.error();
        if (*hour)
            days.insert(day);
    }
    for (const QString &table :
         {QStringLiteral("recent_reading"), QStringLiteral("recent_state")}) {
        QSqlQuery query = m_connection.query();
        query.prepare(QStringLiteral("SELECT DISTINCT utc_ms / 86400000 FROM %1"
                                     " WHERE outlet = ? AND utc_ms >= ? AND utc_ms < ?")
                          .arg(table));
        query.addBindValue(key);
        query.addBindValue(first * kDayMs);
        query.addBindValue((last + 1) * kDayMs);
        if (!query.exec())
            return SqlFailure::from(query.lastError());
        while (query.next())
            days.insert(query.value(0).toLongLong());
    }
    // A report counts on every day that it reaches into.
    QSqlQuery reports = m_connection.query();
    reports.prepare(QStringLiteral("SELECT end_utc_ms, duration_ms FROM recent_report"
                                   " WHERE outlet = ? AND end_utc_ms > ? AND end_utc_ms <= ?"));
    reports.addBindValue(key);
    reports.addBindValue(first * kDayMs);
    reports.addBindValue((last + 2) * kDayMs);
    if (!reports.exec())
        return SqlFailure::from(reports.lastError());
    while (reports.next()) {
        const qint64 end = reports.value(0).toLongLong();
        days.insert(dayOf(end - 1));
        days.insert(dayOf(end - std::max<qint64>(reports.value(1).toLongLong(), 1)));
    }
    return days;
}

SqlOutcome BucketSource::visit(int key, TimeRange range, Grain grain, const Visit &visit)
{
    if (range.isEmpty())
        return std::nullopt;
    const qint64 first = dayOf(range.startUtcMs);
    const qint64 last = dayOf(range.endUtcMs - 1);
    QList<ImportedEnergy> imports;
    if (m_layers == Layers::All) {
        auto found = importedEnergy(m_connection, key, {first * kDayMs, (last + 1) * kDayMs});
        if (!found)
            return found.error();
        imports = *std::move(found);
    }
    if (grain == Grain::Hour && !imports.isEmpty())
        grain = Grain::Quarter; // what they add to is known to the quarter only
    const auto packed =
        grain == Grain::Hour ? hourDays(key, range) : packedDays(key, first, last, grain);
    if (!packed)
        return packed.error();
    const auto withRaw = rawDays(key, first, last, *packed);
    if (!withRaw)
        return withRaw.error();
    Days quarters; // for minutes that are not kept any more
    if (grain == Grain::Minute) {
        auto found = packedDays(key, first, last, Grain::Quarter);
        if (!found)
            return found.error();
        quarters = *std::move(found);
    }
    // Imports by the days they touch, so that each day looks at its own only.
    std::map<qint64, QList<ImportedEnergy>> importsByDay;
    for (const ImportedEnergy &row : std::as_const(imports)) {
        const qint64 lastDay = std::min(last, dayOf(row.range.endUtcMs - 1));
        for (qint64 day = std::max(first, dayOf(row.range.startUtcMs)); day <= lastDay; ++day)
            importsByDay[day].append(row);
    }

    const qint64 bucketMs = lengthOf(grain);
    std::array<EnergyBucket, kMinutesOfDay> buffer;
    std::array<EnergyBucket, kQuartersOfDay> coarse;
    const std::span<EnergyBucket> fine(buffer.data(), std::size_t(kDayMs / bucketMs));
    std::set<qint64> days(withRaw->cbegin(), withRaw->cend());
    for (auto it = packed->cbegin(); it != packed->cend(); ++it)
        days.insert(it.key());
    for (auto it = quarters.cbegin(); it != quarters.cend(); ++it)
        days.insert(it.key());
    for (const auto &[day, rows] : importsByDay)
        days.insert(day);
    for (const qint64 day : days) {
        if (day < first || day > last)
            continue;
        const qint64 start = day * kDayMs;
        bool isThere = false;
        std::span<EnergyBucket> buckets = fine;
        if (const auto it = packed->constFind(day); it != packed->cend()) {
            buckets = fine.first(std::size_t(kDayMs / it->bucketMs));
            isThere = unpackBuckets(it->format, it->data, it->bucketMs, buckets);
        }
        if (!isThere)
            buckets = fine;
        if (!isThere && withRaw->contains(day)) {
            const TimeRange whole{start, start + kDayMs};
            const auto rows = m_raw.rows(key, whole);
            if (!rows)
                return rows.error();
            const QList<EnergyBucket> minutes = minuteBuckets(*rows, m_sessions, whole);
            const QList<EnergyBucket> all = grain == Grain::Minute ? minutes : quartersOf(minutes);
            std::copy(all.cbegin(), all.cend(), buckets.begin());
            isThere = true;
        }
        if (!isThere && quarters.contains(day)) {
            const Packed &one = quarters[day];
            isThere = unpackBuckets(one.format, one.data, kQuarterMs, coarse);
            if (isThere)
                spread(coarse, buckets);
        }
        if (!isThere) {
            if (packed->contains(day) || quarters.contains(day))
                qCWarning(lcHistory)
                    << "day" << day << "of outlet" << key << "can't be read and is left out";
            std::fill(buckets.begin(), buckets.end(), EnergyBucket());
        }
        if (const auto it = importsByDay.find(day); it != importsByDay.end()) {
            for (const ImportedEnergy &row : it->second)
                addImported(buckets, start, bucketMs, row);
        }
        visit(start, buckets);
    }
    return std::nullopt;
}

} // namespace outlet
