// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "storage/row_reader.h"

#include <QtSql/QSqlRecord>
#include <cmath>
#include <limits>

#include "storage/changes.h"

namespace outlet {

namespace {

/// One row of any age: columns that are not there read as NULL.
class Row
{
public:
    explicit Row(const QSqlQuery &query)
        : m_query(query)
        , m_columns(query.record())
    {
    }

    [[nodiscard]] QVariant at(const QString &column) const
    {
        const int index = m_columns.indexOf(column);
        const QVariant value = index < 0 ? QVariant() : m_query.value(index);
        return value.isNull() ? QVariant() : value;
    }
    [[nodiscard]] QString text(const QString &column) const { return at(column).toString(); }
    [[nodiscard]] std::optional<qint64> integer(const QString &column) const
    {
        bool isNumber = false;
        const qint64 value = at(column).toLongLong(&isNumber);
        return isNumber ? std::optional(value) : std::nullopt;
    }
    [[nodiscard]] std::optional<int> smallInteger(const QString &column) const
    {
        const std::optional<qint64> value = integer(column);
        if (!value || *value < std::numeric_limits<int>::min() ||
            *value > std::numeric_limits<int>::max())
            return std::nullopt;
        return int(*value);
    }
    [[nodiscard]] std::optional<bool> boolean(const QString &column) const
    {
        const std::optional<qint64> value = integer(column);
        return value ? std::optional(*value != 0) : std::nullopt;
    }
    [[nodiscard]] std::optional<double> real(const QString &column) const
    {
        bool isNumber = false;
        const double value = at(column).toDouble(&isNumber);
        return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
    }

private:
    const QSqlQuery &m_query;
    QSqlRecord m_columns;
};

std::optional<QVariant> settingValue(const QString &type, const QVariant &stored)
{
    bool ok = false;
    if (type == u"text")
        return QVariant(stored.toString());
    if (type == u"real") {
        const double number = stored.toDouble(&ok);
        return ok && std::isfinite(number) ? std::optional<QVariant>(number) : std::nullopt;
    }
    const qint64 number = stored.toLongLong(&ok);
    if (!ok)
        return std::nullopt;
    if (type == u"integer")
        return QVariant(number);
    if (type == u"bool")
        return QVariant(number != 0);
    return std::nullopt;
}

} // namespace

std::optional<OutletRecord> outletFromRow(const QSqlQuery &query)
{
    const Row row(query);
    OutletRecord record;
    record.id = row.text(QStringLiteral("id"));
    if (record.id.isEmpty())
        return std::nullopt;
    // An unreadable decision asks the user again; everything else of the record is kept.
    record.decision =
        decisionFromName(row.text(QStringLiteral("decision"))).value_or(Decision::New);
    record.name = row.text(QStringLiteral("name"));
    record.room = row.text(QStringLiteral("room"));
    record.icon = row.text(QStringLiteral("icon"));
    record.position = row.smallInteger(QStringLiteral("position")).value_or(0);
    record.firmware = row.text(QStringLiteral("firmware"));
    record.address = row.text(QStringLiteral("address"));
    record.firstSeenUtcMs = row.integer(QStringLiteral("first_seen_utc_ms")).value_or(0);
    record.lastSeenUtcMs = row.integer(QStringLiteral("last_seen_utc_ms")).value_or(0);
    record.decidedUtcMs = row.integer(QStringLiteral("decided_utc_ms")).value_or(0);
    record.modelKey = row.text(QStringLiteral("model_key"));
    const auto amps = row.smallInteger(QStringLiteral("rating_current_amps"));
    const auto volts = row.smallInteger(QStringLiteral("rating_nominal_volts"));
    if (amps && volts)
        record.rating = protocol::Rating{*amps, *volts};
    const int color = row.smallInteger(QStringLiteral("chart_color")).value_or(0);
    record.chartColor = color >= 0 && color <= 8 ? color : 0;
    record.keepOn = row.boolean(QStringLiteral("keep_on")).value_or(false);
    record.standbyBelowWatts =
        row.real(QStringLiteral("standby_below_watts")).value_or(record.standbyBelowWatts);
    record.warnAboveWatts = row.real(QStringLiteral("warn_above_watts"));
    const auto due = row.integer(QStringLiteral("countdown_due_utc_ms"));
    const auto turnOn = row.boolean(QStringLiteral("countdown_turn_on"));
    if (due && turnOn)
        record.countdown = Countdown{*due, *turnOn};
    record.encrypted = row.boolean(QStringLiteral("encrypted"));
    return record;
}

std::optional<std::pair<QString, QVariant>> settingFromRow(const QSqlQuery &query)
{
    const Row row(query);
    const QString key = row.text(QStringLiteral("key"));
    const QVariant stored = row.at(QStringLiteral("value"));
    if (key.isEmpty() || !stored.isValid())
        return std::nullopt;
    const std::optional<QVariant> value = settingValue(row.text(QStringLiteral("type")), stored);
    if (!value)
        return std::nullopt;
    return std::pair(key, *value);
}

Result<StoredState, SqlFailure> readState(const SqlConnection &connection)
{
    StoredState state;
    QSqlQuery query = connection.query();
    bool ok = query.exec(QStringLiteral("SELECT * FROM outlet"));
    while (ok && query.next()) {
        if (std::optional<OutletRecord> record = outletFromRow(query))
            state.outlets.append(*std::move(record));
    }
    if (query.lastError().isValid())
        return SqlFailure::from(query.lastError());
    ok = query.exec(QStringLiteral("SELECT * FROM setting"));
    while (ok && query.next()) {
        if (const auto setting = settingFromRow(query))
            state.settings.insert(setting->first, setting->second);
    }
    if (query.lastError().isValid())
        return SqlFailure::from(query.lastError());
    sortOutlets(state.outlets);
    return state;
}

} // namespace outlet
