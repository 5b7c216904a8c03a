// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/raw_reader.h"

#include <algorithm>

#include "base/logging.h"

namespace outlet {

namespace {

template <typename T>
std::optional<T> optionalAt(const QSqlQuery &query, int column)
{
    if (query.isNull(column))
        return std::nullopt;
    return query.value(column).value<T>();
}

RawState stateFrom(const QSqlQuery &query)
{
    RawState state;
    state.utcMs = query.value(0).toLongLong();
    state.connected = query.value(1).toBool();
    if (!query.isNull(2))
        state.relayOn = query.value(2).toBool();
    state.cause = static_cast<MeasuredState::Cause>(query.value(3).toInt());
    state.signalDbm = optionalAt<int>(query, 4);
    return state;
}

const auto earlier = [](const auto &a, const auto &b) { return a.utcMs < b.utcMs; };
const auto endsEarlier = [](const RawReport &a, const RawReport &b) {
    return a.endUtcMs < b.endUtcMs;
};

} // namespace

RawReader::RawReader(SqlConnection &connection)
    : m_connection(connection)
{
}

Result<std::optional<int>, SqlFailure> RawReader::keyOf(const QString &outletId) const
{
    QSqlQuery query = m_connection.query();
    query.prepare(QStringLiteral("SELECT key FROM history_outlet WHERE outlet_id = ?"));
    query.addBindValue(outletId);
    if (!query.exec())
        return SqlFailure::from(query.lastError());
    return query.next() ? std::optional(query.value(0).toInt()) : std::nullopt;
}

Result<Sessions, SqlFailure> RawReader::sessions(qint64 nowUtcMs) const
{
    QSqlQuery query = m_connection.query();
    if (!query.exec(QStringLiteral("SELECT start_utc_ms, end_utc_ms FROM recording ORDER BY id")))
        return SqlFailure::from(query.lastError());
    Sessions sessions;
    while (query.next())
        sessions.append({query.value(0).toLongLong(), query.value(1).toLongLong()});
    if (!sessions.isEmpty())
        sessions.last().endUtcMs = std::max(sessions.constLast().endUtcMs, nowUtcMs);
    return sessions;
}

Result<RawRows, SqlFailure> RawReader::rows(int key, TimeRange range)
{
    RawRows rows;
    const TimeRange wide{range.startUtcMs - kReadingCoverageMs, range.endUtcMs};
    // A report that ends up to its longest length later may reach into the range.
    const qint64 lastEnd = range.endUtcMs + kDayMs;
    if (const SqlOutcome failure = addSealed(key, hourOf(wide.startUtcMs), hourOf(lastEnd), rows))
        return *failure;
    if (const SqlOutcome failure = addRecent(key, {wide.startUtcMs, lastEnd}, rows))
        return *failure;
    rows.reports.removeIf([range](const RawReport &report) {
        const qint64 start = report.endUtcMs - std::max<qint64>(report.durationMs, 1);
        return start >= range.endUtcMs || report.endUtcMs <= range.startUtcMs;
    });
    const auto isOutside = [wide](const auto &row) {
        return row.utcMs < wide.startUtcMs || row.utcMs >= wide.endUtcMs;
    };
    rows.readings.removeIf(isOutside);
    const auto held =
        std::find_if(rows.states.crbegin(), rows.states.crend(),
                     [wide](const RawState &s) { return s.utcMs <= wide.startUtcMs; });
    const std::optional<RawState> before =
        held == rows.states.crend() ? std::nullopt : std::optional(*held);
    rows.states.removeIf(isOutside);
    if (before && (rows.states.isEmpty() || rows.states.constFirst().utcMs != before->utcMs))
        rows.states.prepend(*before);
    else if (!before) {
        if (const SqlOutcome failure = addStateBefore(key, wide.startUtcMs, rows))
            return *failure;
    }
    std::stable_sort(rows.reports.begin(), rows.reports.end(), endsEarlier);
    std::stable_sort(rows.readings.begin(), rows.readings.end(), earlier);
    std::stable_sort(rows.states.begin(), rows.states.end(), earlier);
    return rows;
}

Result<QList<RawReport>, SqlFailure> RawReader::sealedReports(int key, TimeRange range)
{
    RawRows rows;
    if (const SqlOutcome failure =
            addSealed(key, hourOf(range.startUtcMs - 1), hourOf(range.endUtcMs), rows))
        return *failure;
    rows.reports.removeIf([range](const RawReport &report) {
        return report.endUtcMs < range.startUtcMs || report.endUtcMs >= range.endUtcMs;
    });
    return rows.reports;
}

SqlOutcome RawReader::addSealed(int key, qint64 firstHour, qint64 lastHour, RawRows &rows)
{
    QSqlQuery query = m_connection.query();
    query.prepare(QStringLiteral("SELECT hour, format, data FROM raw_hour"
                                 " WHERE outlet = ? AND hour BETWEEN ? AND ? ORDER BY hour"));
    query.addBindValue(key);
    query.addBindValue(firstHour);
    query.addBindValue(lastHour);
    if (!query.exec())
        return SqlFailure::from(query.lastError());
    while (query.next()) {
        const qint64 hour = query.value(0).toLongLong();
        const auto sealed =
            unpackRawHour(hour, query.value(1).toInt(), query.value(2).toByteArray());
        if (!sealed) {
            ++m_damagedHours;
            qCWarning(lcHistory) << "the sealed hour" << hour << "of outlet" << key
                                 << "can't be read and is left out";
            continue;
        }
        rows.reports += sealed->reports;
        rows.readings += sealed->readings;
        rows.states += sealed->states;
    }
    if (query.lastError().isValid())
        return SqlFailure::from(query.lastError());
    return std::nullopt;
}

SqlOutcome RawReader::addRecent(int key, TimeRange range, RawRows &rows)
{
    const auto select = [&](const QString &sql, const auto &add) -> SqlOutcome {
        QSqlQuery query = m_connection.query();
        query.prepare(sql);
        query.addBindValue(key);
        query.addBindValue(range.startUtcMs);
        query.addBindValue(range.endUtcMs);
        if (!query.exec())
            return SqlFailure::from(query.lastError());
        while (query.next())
            add(query);
        if (query.lastError().isValid())
            return SqlFailure::from(query.lastError());
        return std::nullopt;
    };
    if (const SqlOutcome failure = select(
            QStringLiteral("SELECT end_utc_ms, duration_ms, joules FROM recent_report"
                           " WHERE outlet = ? AND end_utc_ms >= ? AND end_utc_ms <= ?"
                           " ORDER BY end_utc_ms, ordinal"),
            [&rows](const QSqlQuery &query) {
                rows.reports.append({query.value(0).toLongLong(), query.value(1).toLongLong(),
                                     query.value(2).toLongLong()});
            }))
        return failure;
    if (const SqlOutcome failure = select(
            QStringLiteral("SELECT utc_ms, milliwatts, decivolts FROM recent_reading"
                           " WHERE outlet = ? AND utc_ms >= ? AND utc_ms < ? ORDER BY utc_ms"),
            [&rows](const QSqlQuery &query) {
                rows.readings.append({query.value(0).toLongLong(), optionalAt<qint64>(query, 1),
                                      optionalAt<qint64>(query, 2)});
            }))
        return failure;
    return select(
        QStringLiteral("SELECT utc_ms, connected, relay, cause, signal_dbm"
                       " FROM recent_state WHERE outlet = ? AND utc_ms >= ? AND utc_ms < ?"
                       " ORDER BY utc_ms, ordinal"),
        [&rows](const QSqlQuery &query) { rows.states.append(stateFrom(query)); });
}

SqlOutcome RawReader::addStateBefore(int key, qint64 utcMs, RawRows &rows)
{
    QSqlQuery recent = m_connection.query();
    recent.prepare(QStringLiteral("SELECT utc_ms, connected, relay, cause, signal_dbm"
                                  " FROM recent_state WHERE outlet = ? AND utc_ms < ?"
                                  " ORDER BY utc_ms DESC, ordinal DESC LIMIT 1"));
    recent.addBindValue(key);
    recent.addBindValue(utcMs);
    if (!recent.exec())
        return SqlFailure::from(recent.lastError());
    if (recent.next()) {
        rows.states.prepend(stateFrom(recent));
        return std::nullopt;
    }
    // A sealed hour begins with the state that held then, so the last one before says it.
    QSqlQuery sealed = m_connection.query();
    sealed.prepare(QStringLiteral("SELECT hour, format, data FROM raw_hour"
                                  " WHERE outlet = ? AND hour <= ? ORDER BY hour DESC LIMIT 1"));
    sealed.addBindValue(key);
    sealed.addBindValue(hourOf(utcMs));
    if (!sealed.exec())
        return SqlFailure::from(sealed.lastError());
    if (!sealed.next())
        return std::nullopt;
    const auto hour = unpackRawHour(sealed.value(0).toLongLong(), sealed.value(1).toInt(),
                                    sealed.value(2).toByteArray());
    if (!hour)
        return std::nullopt;
    const auto held = std::find_if(hour->states.crbegin(), hour->states.crend(),
                                   [utcMs](const RawState &state) { return state.utcMs < utcMs; });
    if (held != hour->states.crend())
        rows.states.prepend(*held);
    return std::nullopt;
}

} // namespace outlet
