// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "control/outlet_json.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>
#include <optional>

#include "outlets/outlet_registry.h"

namespace outlet {

namespace {

template <typename T>
QJsonValue orNull(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace

QJsonValue isoTime(qint64 utcMs)
{
    if (utcMs == 0)
        return {};
    return QDateTime::fromMSecsSinceEpoch(utcMs).toUTC().toString(Qt::ISODateWithMs);
}

QJsonObject outletToJson(const Outlet &outlet)
{
    const OutletRecord &record = outlet.record();
    const Reading reading = outlet.reading().value_or(Reading{});
    return {
        {QStringLiteral("id"), outlet.id()},
        {QStringLiteral("name"), outlet.displayName()},
        {QStringLiteral("room"), orNull(record.room)},
        {QStringLiteral("decision"), decisionName(outlet.decision())},
        {QStringLiteral("link"), linkStateName(outlet.linkState())},
        {QStringLiteral("relay"), orNull(outlet.relay())},
        {QStringLiteral("pending"), orNull(outlet.pendingRelay())},
        {QStringLiteral("powerWatts"), orNull(reading.powerWatts)},
        {QStringLiteral("voltageVolts"), orNull(reading.voltageVolts)},
        {QStringLiteral("energyTodayJoules"), outlet.energyTodayJoules()},
        {QStringLiteral("firmware"), orNull(record.firmware)},
        {QStringLiteral("model"), orNull(record.modelKey)},
        {QStringLiteral("signalDbm"), orNull(outlet.signalDbm())},
        {QStringLiteral("encrypted"), orNull(record.encrypted)},
        {QStringLiteral("address"), orNull(record.address)},
        {QStringLiteral("lastSeen"), isoTime(outlet.lastSeenUtcMs())},
    };
}

QJsonArray outletsToJson(const OutletRegistry &registry)
{
    QJsonArray outlets;
    for (const Outlet *outlet : registry.outlets())
        outlets.append(outletToJson(*outlet));
    return outlets;
}

QJsonObject outletCounts(const OutletRegistry &registry)
{
    int known = 0;
    int fresh = 0;
    int ignored = 0;
    int online = 0;
    for (const Outlet *outlet : registry.outlets()) {
        switch (outlet->decision()) {
        case Decision::Known:
            ++known;
            if (outlet->linkState() == LinkState::Online)
                ++online;
            break;
        case Decision::New:
            ++fresh;
            break;
        case Decision::Ignored:
            ++ignored;
            break;
        }
    }
    return {{QStringLiteral("known"), known},
            {QStringLiteral("new"), fresh},
            {QStringLiteral("ignored"), ignored},
            {QStringLiteral("online"), online}};
}

} // namespace outlet
