// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "protocol/decoder.h"

#include <algorithm>
#include <array>

#include "protocol/json_object.h"
#include "protocol/relay_word.h"

namespace outlet::protocol {

namespace {

using Parsed = std::variant<Message, Ignored>;

constexpr qsizetype kLongestId = 64; // 3.2

Ignored badField(QByteArrayView uri, QLatin1StringView field)
{
    return {IgnoreReason::BadField, QString::fromUtf8(uri), field};
}

QString text(const JsonObject &object, QByteArrayView key)
{
    const auto found = object.string(key);
    return found ? QString::fromUtf8(*found) : QString();
}

std::optional<bool> relay(const JsonObject &object)
{
    const auto word = object.string("relay");
    return word ? relayFromWord(*word) : std::nullopt;
}

MeasuredPair measured(const JsonObject &object, QByteArrayView key)
{
    // A missing or malformed field costs itself, not the message: the relay in it still counts.
    const auto field = object.string(key);
    return field ? parseMeasuredPair(*field).value_or(MeasuredPair()) : MeasuredPair();
}

Parsed login(const JsonObject &object, QByteArrayView id)
{
    Login login;
    login.id = QString::fromUtf8(id);
    if (login.id.isEmpty() || login.id.size() > kLongestId)
        return badField({}, QLatin1StringView("id"));
    login.account = text(object, "account");
    login.deviceName = text(object, "deviceName");
    login.deviceVersion = text(object, "deviceVersion");
    login.deviceVersionCode = object.integer("deviceVersionCode");
    login.type = text(object, "type");
    login.apptype = text(object, "apptype");
    login.firmName = text(object, "firmName");
    login.firmVersion = text(object, "firmVersion");
    login.firmVersionCode = object.integer("firmVersionCode");
    login.key = object.integer("key");
    login.relayOn = relay(object);
    return Message(std::move(login));
}

Parsed keepAlive(const JsonObject &object)
{
    KeepAlive message;
    const auto rssi = object.integer("rssi");
    if (rssi && *rssi >= -127 && *rssi <= 0)
        message.signalDbm = static_cast<int>(*rssi);
    return Message(message);
}

Parsed keepAliveReply(const JsonObject &)
{
    return Message(KeepAliveReply());
}

Parsed report(const JsonObject &object)
{
    const auto hex = [&object](QByteArrayView key) {
        const auto field = object.string(key);
        return field ? parseHex(*field) : std::nullopt;
    };
    const auto joules = hex("e");
    if (!joules)
        return badField("/report", QLatin1StringView("e"));
    const auto seconds = hex("t");
    if (!seconds)
        return badField("/report", QLatin1StringView("t"));
    return Message(Report{*joules, *seconds});
}

Parsed runtimeInfo(const JsonObject &object)
{
    RuntimeInfo message;
    message.relayOn = relay(object);
    // The one value ever seen needs no memory of its own.
    const auto state = object.string("meastate");
    if (state)
        message.meastate = *state == "idle" ? QStringLiteral("idle") : QString::fromUtf8(*state);
    message.powerWatts = measured(object, "power");
    message.voltageVolts = measured(object, "voltage");
    return Message(std::move(message));
}

Parsed buttonPress(const JsonObject &object)
{
    // Without its one field the message says nothing; with an unknown word the state is unknown.
    if (!object.string("relay"))
        return badField("/state", QLatin1StringView("relay"));
    return Message(ButtonPress{relay(object)});
}

Parsed storedTimerFired(const JsonObject &object)
{
    return Message(StoredTimerFired{relay(object), object.integer("id"), text(object, "aname")});
}

Parsed storedTriggerFired(const JsonObject &object)
{
    return Message(StoredTriggerFired{object.integer("type")});
}

Parsed triggerCounts(const JsonObject &object)
{
    return Message(
        TriggerCounts{object.integer("aboveTriggerCount"), object.integer("belowTriggerCount")});
}

Parsed timerReply(const JsonObject &object)
{
    return Message(TimerReply{object.integer("error")});
}

Parsed controlFlags(const JsonObject &object)
{
    return Message(ControlFlags{object.integer("flag"), object.integer("set")});
}

struct Handler
{
    QByteArrayView uri;
    Parsed (*parse)(const JsonObject &);
};

// Everything that an outlet was seen to say, the frequent ones first. Whatever is not here is
// ignored: unknown URIs, commands that only a server may send, and those of section 3.12.
constexpr std::array<Handler, 10> kHandlers{{
    {"/runtimeInfo", runtimeInfo},
    {"/ka", keepAlive},
    {"/kr", keepAliveReply},
    {"/report", report},
    {"/state", buttonPress},
    {"/evtimer", storedTimerFired},
    {"/trigger", storedTriggerFired},
    {"/getTriggerCnt", triggerCounts},
    {"/timer", timerReply},
    {"/setCtlFlags", controlFlags},
}};

DecodeResult decodeJson(QByteArrayView json, Framing framing)
{
    JsonObject object;
    switch (readJsonObject(json, object)) {
    case JsonOutcome::Ok:
        break;
    case JsonOutcome::NotJson:
        return Ignored{IgnoreReason::NotJson, {}, {}};
    case JsonOutcome::NotAnObject:
        return Ignored{IgnoreReason::NotAnObject, {}, {}};
    }

    Parsed parsed = [&object]() -> Parsed {
        const auto uri = object.string("uri");
        if (!uri) {
            const auto id = object.string("id");
            if (id && !object.contains("uri"))
                return login(object, *id);
            return Ignored{IgnoreReason::NoUri, {}, {}};
        }
        for (const Handler &handler : kHandlers) {
            if (handler.uri == *uri)
                return handler.parse(object);
        }
        return Ignored{IgnoreReason::UnknownUri, QString::fromUtf8(*uri), {}};
    }();
    if (auto *ignored = std::get_if<Ignored>(&parsed))
        return std::move(*ignored);
    return Decoded{std::get<Message>(std::move(parsed)), framing};
}

DecodeResult decodeText(QByteArrayView payload)
{
    constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");
    if (payload.startsWith(byteOrderMark))
        payload = payload.sliced(byteOrderMark.size());
    const qsizetype nul = payload.indexOf('\0');
    if (nul >= 0)
        payload = payload.first(nul);
    const bool blank = std::all_of(payload.begin(), payload.end(), [](char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    });
    if (blank)
        return Ignored{IgnoreReason::Empty, {}, {}};
    return decodeJson(payload, Framing::Text);
}

DecodeResult decodeBinary(QByteArrayView payload)
{
    if (payload.isEmpty())
        return Ignored{IgnoreReason::Empty, {}, {}};
    const std::optional<QByteArray> json = decryptMessage(payload);
    if (!json) {
        // Never observed, and harmless: plaintext that came with the wrong opcode.
        if (payload.front() == '{')
            return decodeText(payload);
        return Ignored{IgnoreReason::BadCipherLength, {}, {}};
    }
    if (!json->startsWith('{'))
        return Ignored{IgnoreReason::NotJson, {}, {}};
    return decodeJson(*json, Framing::Aes);
}

} // namespace

DecodeResult decode(FrameType type, QByteArrayView payload)
{
    return type == FrameType::Text ? decodeText(payload) : decodeBinary(payload);
}

QString ignoreReasonName(IgnoreReason reason)
{
    switch (reason) {
    case IgnoreReason::Empty:
        return QStringLiteral("empty");
    case IgnoreReason::BadCipherLength:
        return QStringLiteral("bad-cipher-length");
    case IgnoreReason::NotJson:
        return QStringLiteral("not-json");
    case IgnoreReason::NotAnObject:
        return QStringLiteral("not-an-object");
    case IgnoreReason::NoUri:
        return QStringLiteral("no-uri");
    case IgnoreReason::UnknownUri:
        return QStringLiteral("unknown-uri");
    case IgnoreReason::BadField:
        return QStringLiteral("bad-field");
    }
    Q_UNREACHABLE();
}

} // namespace outlet::protocol
