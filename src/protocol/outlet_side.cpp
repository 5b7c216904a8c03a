// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "protocol/outlet_side.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "protocol/json_object.h"
#include "protocol/json_writer.h"
#include "protocol/relay_word.h"

namespace outlet::protocol {

namespace {

QByteArray measuredPair(std::optional<double> newest, std::optional<double> average)
{
    // NaN and what is below zero can't be said on the wire; nothing measured is said as 0.
    const auto scaled = [](double value) {
        constexpr double most = 9e15;
        const double clamped = value > 0 ? std::min(value * 4096, most) : 0;
        return QByteArray::number(std::llround(clamped), 16);
    };
    const double first = newest.value_or(0);
    return scaled(first) + ':' + scaled(average.value_or(first));
}

std::optional<int> smallInteger(const JsonObject &object, QByteArrayView key)
{
    const auto value = object.integer(key);
    if (!value || *value < std::numeric_limits<int>::min() ||
        *value > std::numeric_limits<int>::max())
        return std::nullopt;
    return static_cast<int>(*value);
}

std::optional<ClockFields> clockOf(const JsonObject &object)
{
    const auto weekday = smallInteger(object, "wd");
    const auto year = smallInteger(object, "year");
    const auto month = smallInteger(object, "month");
    const auto day = smallInteger(object, "day");
    const auto ms = smallInteger(object, "ms");
    if (!weekday || !year || !month || !day || !ms)
        return std::nullopt;
    return ClockFields{*weekday, *year, *month, *day, *ms};
}

} // namespace

QByteArray encodeLogin(const Login &login)
{
    JsonWriter writer(JsonWriter::Layout::Lines);
    const auto text = [&writer](QByteArrayView key, const QString &value) {
        if (!value.isEmpty())
            writer.text(key, value);
    };
    const auto number = [&writer](QByteArrayView key, const std::optional<qint64> &value) {
        if (value)
            writer.number(key, *value);
    };
    text("account", login.account);
    writer.text("id", login.id);
    text("deviceName", login.deviceName);
    text("deviceVersion", login.deviceVersion);
    number("deviceVersionCode", login.deviceVersionCode);
    text("type", login.type);
    text("apptype", login.apptype);
    text("firmName", login.firmName);
    text("firmVersion", login.firmVersion);
    number("firmVersionCode", login.firmVersionCode);
    number("key", login.key);
    if (login.relayOn)
        writer.word("relay", relayWord(*login.relayOn));
    return writer.finish();
}

QByteArray encodeOutletKeepAlive(std::optional<int> signalDbm)
{
    JsonWriter writer;
    writer.word("uri", "/ka");
    if (signalDbm)
        writer.number("rssi", *signalDbm);
    return writer.finish();
}

QByteArray encodeOutletKeepAliveReply()
{
    return QByteArrayLiteral("{\"uri\":\"/kr\"}");
}

QByteArray encodeReport(qint64 joules, qint64 seconds)
{
    return JsonWriter(JsonWriter::Layout::Lines)
        .word("uri", "/report")
        .word("e", QByteArray::number(std::max<qint64>(joules, 0), 16))
        .word("t", QByteArray::number(std::max<qint64>(seconds, 0), 16))
        .finish();
}

QByteArray encodeRuntimeInfo(bool relayOn, double powerWatts,
                             std::optional<double> averagePowerWatts,
                             std::optional<double> voltageVolts)
{
    const QByteArray nothing = QByteArrayLiteral("0:0");
    return JsonWriter(JsonWriter::Layout::Lines)
        .word("uri", "/runtimeInfo")
        .word("relay", relayWord(relayOn))
        .word("meastate", "idle")
        .word("power", relayOn ? measuredPair(powerWatts, averagePowerWatts) : nothing)
        .word("voltage", relayOn ? measuredPair(voltageVolts, std::nullopt) : nothing)
        .word("current", "NaN")
        .finish();
}

QByteArray encodeButtonPress(bool relayOn)
{
    return JsonWriter().word("uri", "/state").word("relay", relayWord(relayOn)).finish();
}

QByteArray encodeStoredTimerFired(bool relayOn, int timerId)
{
    return JsonWriter()
        .word("uri", "/evtimer")
        .word("aname", "b")
        .word("relay", relayWord(relayOn))
        .number("id", timerId)
        .finish();
}

std::optional<ServerMessage> decodeServerMessage(QByteArrayView json)
{
    JsonObject object;
    if (readJsonObject(json, object) != JsonOutcome::Ok)
        return std::nullopt;
    const auto uri = object.string("uri");
    if (!uri)
        return std::nullopt;
    if (*uri == "/loginReply")
        return LoginAccepted{smallInteger(object, "error").value_or(0), clockOf(object)};
    if (*uri == "/ka")
        return ServerKeepAlive();
    if (*uri == "/kr")
        return ServerKeepAliveReply{smallInteger(object, "error").value_or(0), clockOf(object)};
    if (*uri == "/getRuntime")
        return GetRuntime();
    if (*uri == "/relay") {
        const auto on = relayFromWord(object.string("action").value_or(QByteArrayView()));
        if (!on)
            return std::nullopt;
        return RelayCommand{*on};
    }
    return UnknownCommand{QString::fromUtf8(*uri)};
}

} // namespace outlet::protocol
