// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "storage/row_writer.h"

#include <cmath>

namespace outlet {

namespace {

// A null QString would be bound as NULL, which means "unknown" in this file.
QString text(const QString &value)
{
    return value.isNull() ? QStringLiteral("") : value;
}

QVariant timeOrNull(qint64 utcMs)
{
    return utcMs == 0 ? QVariant() : QVariant(utcMs);
}

QString typeName(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Bool:
        return QStringLiteral("bool");
    case QMetaType::LongLong:
        return QStringLiteral("integer");
    case QMetaType::Double:
        return QStringLiteral("real");
    default:
        return QStringLiteral("text");
    }
}

SqlOutcome exec(QSqlQuery &query)
{
    if (!query.exec())
        return SqlFailure::from(query.lastError());
    return std::nullopt;
}

SqlOutcome prepare(QSqlQuery &query, const QString &sql)
{
    if (!query.prepare(sql))
        return SqlFailure::from(query.lastError());
    return std::nullopt;
}

// ON CONFLICT and not REPLACE: that would delete the row first, and with it what refers to it.
QString upsertOutletSql()
{
    return QStringLiteral(
        "INSERT INTO outlet (id, decision, name, room, icon, position, firmware, address,"
        " first_seen_utc_ms, last_seen_utc_ms, decided_utc_ms, model_key, rating_current_amps,"
        " rating_nominal_volts, chart_color, keep_on, standby_below_watts, warn_above_watts,"
        " countdown_due_utc_ms, countdown_turn_on, encrypted)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET decision = excluded.decision, name = excluded.name,"
        " room = excluded.room, icon = excluded.icon, position = excluded.position,"
        " firmware = excluded.firmware, address = excluded.address,"
        " first_seen_utc_ms = excluded.first_seen_utc_ms,"
        " last_seen_utc_ms = excluded.last_seen_utc_ms,"
        " decided_utc_ms = excluded.decided_utc_ms, model_key = excluded.model_key,"
        " rating_current_amps = excluded.rating_current_amps,"
        " rating_nominal_volts = excluded.rating_nominal_volts,"
        " chart_color = excluded.chart_color, keep_on = excluded.keep_on,"
        " standby_below_watts = excluded.standby_below_watts,"
        " warn_above_watts = excluded.warn_above_watts,"
        " countdown_due_utc_ms = excluded.countdown_due_utc_ms,"
        " countdown_turn_on = excluded.countdown_turn_on, encrypted = excluded.encrypted");
}

SqlOutcome saveOutlet(QSqlQuery &upsert, const OutletRecord &record)
{
    const QVariant null;
    // SQLite stores NaN as NULL, which the column refuses: better the default than a lost batch.
    const double standby = std::isfinite(record.standbyBelowWatts)
                               ? record.standbyBelowWatts
                               : OutletRecord().standbyBelowWatts;
    const bool warns = record.warnAboveWatts && std::isfinite(*record.warnAboveWatts);
    const QVariantList values{
        text(record.id),
        decisionName(record.decision),
        text(record.name),
        text(record.room),
        text(record.icon),
        record.position,
        text(record.firmware),
        text(record.address),
        timeOrNull(record.firstSeenUtcMs),
        timeOrNull(record.lastSeenUtcMs),
        timeOrNull(record.decidedUtcMs),
        text(record.modelKey),
        record.rating ? QVariant(record.rating->currentAmps) : null,
        record.rating ? QVariant(record.rating->nominalVolts) : null,
        record.chartColor,
        record.keepOn,
        standby,
        warns ? QVariant(*record.warnAboveWatts) : null,
        record.countdown ? QVariant(record.countdown->dueUtcMs) : null,
        record.countdown ? QVariant(record.countdown->turnOn) : null,
        record.encrypted ? QVariant(*record.encrypted) : null,
    };
    for (int i = 0; i < values.size(); ++i)
        upsert.bindValue(i, values.at(i));
    return exec(upsert);
}

} // namespace

std::optional<QVariant> storableSetting(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::Bool:
    case QMetaType::LongLong:
        return value;
    case QMetaType::QString:
        return QVariant(text(value.toString()));
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::Short:
    case QMetaType::UShort:
        return QVariant(value.toLongLong());
    case QMetaType::Float:
    case QMetaType::Double:
        if (std::isfinite(value.toDouble()))
            return QVariant(value.toDouble());
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

SqlOutcome writeChanges(SqlConnection &connection, const Changes &changes)
{
    QSqlQuery upsertOutlet = connection.query();
    QSqlQuery removeOutlet = connection.query();
    QSqlQuery upsertSetting = connection.query();
    QSqlQuery removeSetting = connection.query();
    if (const SqlOutcome failure = prepare(upsertOutlet, upsertOutletSql()))
        return failure;
    if (const SqlOutcome failure =
            prepare(removeOutlet, QStringLiteral("DELETE FROM outlet WHERE id = ?")))
        return failure;
    if (const SqlOutcome failure = prepare(
            upsertSetting, QStringLiteral("INSERT INTO setting (key, type, value) VALUES (?, ?, ?)"
                                          " ON CONFLICT (key) DO UPDATE SET"
                                          " type = excluded.type, value = excluded.value")))
        return failure;
    if (const SqlOutcome failure =
            prepare(removeSetting, QStringLiteral("DELETE FROM setting WHERE key = ?")))
        return failure;

    const auto &outlets = changes.outlets();
    for (auto it = outlets.cbegin(); it != outlets.cend(); ++it) {
        SqlOutcome failure;
        if (it.value()) {
            failure = saveOutlet(upsertOutlet, *it.value());
        } else {
            removeOutlet.bindValue(0, text(it.key()));
            failure = exec(removeOutlet);
        }
        if (failure)
            return failure;
    }
    const auto &settings = changes.settings();
    for (auto it = settings.cbegin(); it != settings.cend(); ++it) {
        QSqlQuery &query = it.value().isValid() ? upsertSetting : removeSetting;
        query.bindValue(0, text(it.key()));
        if (it.value().isValid()) {
            query.bindValue(1, typeName(it.value()));
            query.bindValue(2, it.value());
        }
        if (const SqlOutcome failure = exec(query))
            return failure;
    }
    return std::nullopt;
}

} // namespace outlet
