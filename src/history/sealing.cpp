// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/sealing.h"

#include <algorithm>

#include "base/logging.h"
#include "history/bucket_pack.h"
#include "history/hour_spans.h"
#include "history/month_pack.h"
#include "history/month_rows.h"

namespace outlet {

namespace {

Result<std::optional<qint64>, SqlFailure> number(const SqlConnection &connection,
                                                 const QString &sql, const QVariantList &values)
{
    QSqlQuery query = connection.query();
    query.prepare(sql);
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return SqlFailure::from(query.lastError());
    if (!query.next() || query.isNull(0))
        return std::optional<qint64>();
    return std::optional(query.value(0).toLongLong());
}

} // namespace

Sealer::Sealer(SqlConnection &connection)
    : m_connection(connection)
    , m_reader(connection)
{
}

Result<bool, SqlFailure> Sealer::step(qint64 nowUtcMs, const HistoryRetention &retention)
{
    for (;;) {
        if (m_keys.isEmpty()) {
            QSqlQuery query = m_connection.query();
            if (!query.exec(QStringLiteral("SELECT key FROM history_outlet ORDER BY key DESC")))
                return SqlFailure::from(query.lastError());
            while (query.next())
                m_keys.append(query.value(0).toInt());
            m_workedInRound = false;
            if (m_keys.isEmpty())
                return false;
        }
        const auto worked = stepOutlet(m_keys.constLast(), nowUtcMs, retention);
        if (!worked)
            return worked.error();
        if (*worked) {
            m_workedInRound = true;
            return true; // the next step begins with the same outlet
        }
        m_keys.removeLast();
        if (m_keys.isEmpty() && !m_workedInRound)
            return false;
    }
}

void Sealer::forget()
{
    m_keys.clear();
    m_openDays.clear();
}

Result<bool, SqlFailure> Sealer::stepOutlet(int key, qint64 nowUtcMs,
                                            const HistoryRetention &retention)
{
    const auto hour = firstOpenHour(key);
    if (!hour)
        return hour.error();
    const qint64 hourLimit = hourOf(nowUtcMs - kSealAfterMs);
    if (*hour && **hour < hourLimit) {
        if (const SqlOutcome failure = m_connection.transact([&] { return sealHour(key, **hour); }))
            return *failure;
        return true;
    }
    if (!m_openDays.contains(key)) {
        if (const SqlOutcome failure = findOpenDays(key))
            return *failure;
    }
    std::set<qint64> &openDays = m_openDays[key];
    if (!openDays.empty() && *openDays.begin() < dayOf(nowUtcMs - kSealAfterMs)) {
        const qint64 day = *openDays.begin();
        if (const SqlOutcome failure =
                m_connection.transact([&] { return sealDay(key, day, nowUtcMs); }))
            return *failure;
        openDays.erase(day);
        return true;
    }
    const auto packed = packOldMonth(key, nowUtcMs);
    if (!packed || *packed)
        return packed;
    const auto made = makeHourSpan(m_connection, key, nowUtcMs);
    if (!made || *made)
        return made;
    return dropOld(key, nowUtcMs, retention);
}

Result<std::optional<qint64>, SqlFailure> Sealer::firstOpenHour(int key) const
{
    std::optional<qint64> first;
    const QString sql[] = {
        // A report that ends on the hour belongs to the hour before.
        QStringLiteral("SELECT min(end_utc_ms) - 1 FROM recent_report WHERE outlet = ?"),
        QStringLiteral("SELECT min(utc_ms) FROM recent_reading WHERE outlet = ?"),
        QStringLiteral("SELECT min(utc_ms) FROM recent_state WHERE outlet = ?"),
    };
    for (const QString &one : sql) {
        const auto utcMs = number(m_connection, one, {key});
        if (!utcMs)
            return utcMs.error();
        if (*utcMs)
            first = std::min(first.value_or(hourOf(**utcMs)), hourOf(**utcMs));
    }
    return first;
}

SqlOutcome Sealer::findOpenDays(int key)
{
    QSqlQuery query = m_connection.query();
    // A report of a day's first hour may reach into the day before, which has no hour of its own
    // when nothing else was heard on it.
    query.prepare(QStringLiteral("SELECT DISTINCT day FROM"
                                 " (SELECT hour / 24 AS day FROM raw_hour WHERE outlet = ?"
                                 " UNION SELECT hour / 24 - 1 FROM raw_hour WHERE outlet = ?"
                                 " AND hour % 24 = 0)"
                                 " WHERE day NOT IN"
                                 " (SELECT day FROM rollup_day WHERE outlet = ?)"
                                 " AND day / 32 NOT IN"
                                 " (SELECT month FROM rollup_month WHERE outlet = ?)"));
    query.addBindValue(key);
    query.addBindValue(key);
    query.addBindValue(key);
    query.addBindValue(key);
    if (!query.exec())
        return SqlFailure::from(query.lastError());
    std::set<qint64> days;
    while (query.next())
        days.insert(query.value(0).toLongLong());
    m_openDays.insert(key, days);
    return std::nullopt;
}

void Sealer::openDaysOf(int key, qint64 hour, const RawRows &rows)
{
    const auto found = m_openDays.find(key);
    if (found == m_openDays.end())
        return; // they are all looked for before the first day is sealed
    found->insert(floorDivide(hour, 24));
    for (const RawReport &report : rows.reports)
        found->insert(dayOf(report.endUtcMs - std::max<qint64>(report.durationMs, 1)));
}

SqlOutcome Sealer::sealHour(int key, qint64 hour)
{
    const TimeRange range{hour * kHourMs, (hour + 1) * kHourMs};
    const auto all = m_reader.rows(key, range);
    if (!all)
        return all.error();
    const auto sessions = m_reader.sessions(range.startUtcMs);
    if (!sessions)
        return sessions.error();
    RawRows rows;
    for (const RawReport &report : all->reports) {
        if (hourOf(report) == hour)
            rows.reports.append(report);
    }
    for (const RawReading &reading : all->readings) {
        if (range.contains(reading.utcMs))
            rows.readings.append(reading);
    }
    std::optional<RawState> before;
    for (const RawState &state : all->states) {
        if (range.contains(state.utcMs))
            rows.states.append(state);
        else if (state.utcMs < range.startUtcMs)
            before = state;
    }
    // The hour begins with the state that held then, so that nobody has to look further back.
    const bool isSaid =
        !rows.states.isEmpty() && rows.states.constFirst().utcMs == range.startUtcMs;
    if (before && !isSaid &&
        !relaySpans({*before}, *sessions, {range.startUtcMs, range.startUtcMs + 1}).isEmpty()) {
        before->utcMs = range.startUtcMs;
        rows.states.prepend(*before);
    }
    if (const SqlOutcome failure = m_connection.run(
            QStringLiteral("INSERT OR REPLACE INTO raw_hour (outlet, hour, format, data)"
                           " VALUES (?, ?, ?, ?)"),
            {key, hour, kRawHourFormat, packRawHour(hour, rows)}))
        return failure;
    if (const SqlOutcome failure =
            m_connection.run(QStringLiteral("DELETE FROM recent_report WHERE outlet = ?"
                                            " AND end_utc_ms > ? AND end_utc_ms <= ?"),
                             {key, range.startUtcMs, range.endUtcMs}))
        return failure;
    for (const QString &table :
         {QStringLiteral("recent_reading"), QStringLiteral("recent_state")}) {
        if (const SqlOutcome failure =
                m_connection.run(QStringLiteral("DELETE FROM %1 WHERE outlet = ? AND utc_ms >= ?"
                                                " AND utc_ms < ?")
                                     .arg(table),
                                 {key, range.startUtcMs, range.endUtcMs}))
            return failure;
    }
    openDaysOf(key, hour, rows);
    return std::nullopt;
}

SqlOutcome Sealer::sealDay(int key, qint64 day, qint64 nowUtcMs)
{
    const TimeRange range{day * kDayMs, (day + 1) * kDayMs};
    const auto rows = m_reader.rows(key, range);
    if (!rows)
        return rows.error();
    const auto sessions = m_reader.sessions(nowUtcMs);
    if (!sessions)
        return sessions.error();
    const QList<EnergyBucket> minutes = minuteBuckets(*rows, *sessions, range);
    const EnergyBucket whole = sumOf(minutes, 0, minutes.size());
    if (whole == EnergyBucket())
        return std::nullopt; // nothing is known of it
    if (const SqlOutcome failure = m_connection.run(
            QStringLiteral("INSERT OR REPLACE INTO minute_day (outlet, day, format, data)"
                           " VALUES (?, ?, ?, ?)"),
            {key, day, kBucketFormat, packBuckets(minutes, kMinuteMs)}))
        return failure;
    return insertDay(m_connection, key, day, whole, kBucketFormat,
                     packBuckets(quartersOf(minutes), kQuarterMs));
}

Result<bool, SqlFailure> Sealer::packOldMonth(int key, qint64 nowUtcMs)
{
    const auto first = number(
        m_connection, QStringLiteral("SELECT min(day) FROM rollup_day WHERE outlet = ?"), {key});
    if (!first)
        return first.error();
    if (!*first)
        return false;
    const qint64 month = monthOf(**first);
    // Days may still be opened again for reports of the last day or two.
    if ((month + 1) * kDaysOfMonth + 3 > dayOf(nowUtcMs))
        return false;
    const SqlOutcome failure = m_connection.transact([&]() -> SqlOutcome {
        auto days = packedMonth(m_connection, key, month);
        if (!days)
            return days.error();
        QSqlQuery query = m_connection.query();
        query.prepare(QStringLiteral("SELECT day, format, quarters FROM rollup_day"
                                     " WHERE outlet = ? AND day >= ? AND day < ?"));
        query.addBindValue(key);
        query.addBindValue(month * kDaysOfMonth);
        query.addBindValue((month + 1) * kDaysOfMonth);
        if (!query.exec())
            return SqlFailure::from(query.lastError());
        while (query.next())
            days.value().insert_or_assign(
                query.value(0).toLongLong(),
                PackedDay{query.value(1).toInt(), query.value(2).toByteArray()});
        if (query.lastError().isValid())
            return SqlFailure::from(query.lastError());
        if (const SqlOutcome refused = m_connection.run(
                QStringLiteral("INSERT OR REPLACE INTO rollup_month"
                               " (outlet, month, format, days) VALUES (?, ?, ?, ?)"),
                {key, month, kMonthFormat, packMonth(month, *days)}))
            return refused;
        if (const SqlOutcome refused = forgetHourSpan(m_connection, key, month))
            return refused;
        return m_connection.run(
            QStringLiteral("DELETE FROM rollup_day WHERE outlet = ? AND day >= ? AND day < ?"),
            {key, month * kDaysOfMonth, (month + 1) * kDaysOfMonth});
    });
    if (failure)
        return *failure;
    return true;
}

Result<bool, SqlFailure> Sealer::dropOld(int key, qint64 nowUtcMs,
                                         const HistoryRetention &retention)
{
    struct Layer
    {
        QString first;
        QString drop;
        qint64 keptDays;
        QString dropSpans = {}; ///< those with a month that goes
    };
    // A slice of a month at once: rows of a day are few, and a long transaction holds up recording.
    const Layer layers[] = {
        {QStringLiteral("SELECT min(hour) / 24 FROM raw_hour WHERE outlet = ?"),
         QStringLiteral("DELETE FROM raw_hour WHERE outlet = ? AND hour < 24 * ?"),
         std::max(retention.rawDays, 2)},
        {QStringLiteral("SELECT min(day) FROM minute_day WHERE outlet = ?"),
         QStringLiteral("DELETE FROM minute_day WHERE outlet = ? AND day < ?"),
         retention.minuteDays},
        {QStringLiteral("SELECT min(day) FROM rollup_day WHERE outlet = ?"),
         QStringLiteral("DELETE FROM rollup_day WHERE outlet = ? AND day < ?"),
         retention.rollupDays},
        {QStringLiteral("SELECT min(month) * 32 + 31 FROM rollup_month WHERE outlet = ?"),
         QStringLiteral("DELETE FROM rollup_month WHERE outlet = ? AND month < ? / 32"),
         retention.rollupDays,
         QStringLiteral("DELETE FROM rollup_hours WHERE outlet = ? AND span < (? / 32 + 3) / 4")},
    };
    for (const Layer &layer : layers) {
        if (layer.keptDays <= 0)
            continue;
        const auto first = number(m_connection, layer.first, {key});
        if (!first)
            return first.error();
        const qint64 keepFrom = dayOf(nowUtcMs) - layer.keptDays;
        if (!*first || **first >= keepFrom)
            continue;
        const qint64 until = std::min(keepFrom, **first + 31);
        if (const SqlOutcome failure = m_connection.transact([&] {
                const SqlOutcome refused = m_connection.run(layer.drop, {key, until});
                return refused || layer.dropSpans.isEmpty()
                           ? refused
                           : m_connection.run(layer.dropSpans, {key, until});
            }))
            return *failure;
        return true;
    }
    return false;
}

} // namespace outlet
