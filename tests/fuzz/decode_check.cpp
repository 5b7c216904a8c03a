// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "decode_check.h"

#include "protocol/decoder.h"
#include "protocol/json_object.h"
#include "protocol/outlet_side.h"

namespace outlet::test {

using namespace outlet::protocol;

namespace {

void require(bool holds, const char *what, QByteArrayView bytes)
{
    if (!holds)
        qFatal("%s: %s", what, bytes.toByteArray().toPercentEncoding().constData());
}

void checkMessage(const Message &message, QByteArrayView bytes)
{
    if (const auto *login = std::get_if<Login>(&message)) {
        require(!login->id.isEmpty() && login->id.size() <= 64, "id of 1 to 64", bytes);
    } else if (const auto *keepAlive = std::get_if<KeepAlive>(&message)) {
        const int dbm = keepAlive->signalDbm.value_or(0);
        require(dbm >= -127 && dbm <= 0, "signal in range", bytes);
    } else if (const auto *report = std::get_if<Report>(&message)) {
        require(report->joules >= 0 && report->seconds >= 0, "report not negative", bytes);
        (void)isPlausibleReport(report->joules, report->seconds, plausibleLimits({}));
    } else if (const auto *info = std::get_if<RuntimeInfo>(&message)) {
        const PlausibleLimits limits = plausibleLimits({});
        const Reading reading =
            interpretReading(info->relayOn, info->powerWatts, info->voltageVolts, limits);
        for (const auto &watts : {reading.powerWatts, reading.averagePowerWatts})
            require(!watts || (*watts >= 0 && *watts <= limits.powerWatts), "watts", bytes);
        for (const auto &volts : {reading.voltageVolts, reading.averageVoltageVolts})
            require(!volts || (*volts > 0 && *volts <= limits.voltageVolts), "volts", bytes);
    }
}

} // namespace

void checkDecode(QByteArrayView bytes)
{
    JsonObject quick;
    if (scanFlatObject(bytes, quick)) {
        JsonObject thorough;
        require(parseAnyObject(bytes, thorough) == JsonOutcome::Ok, "scanner too lax", bytes);
        require(quick == thorough, "scanner differs", bytes);
    }
    (void)decodeServerMessage(bytes);

    const DecodeResult binary = decode(FrameType::Binary, bytes);
    if (const auto *decoded = std::get_if<Decoded>(&binary))
        checkMessage(decoded->message, bytes);

    const DecodeResult text = decode(FrameType::Text, bytes);
    const auto *decoded = std::get_if<Decoded>(&text);
    if (decoded)
        checkMessage(decoded->message, bytes);
    if (!bytes.startsWith('{'))
        return;
    const DecodeResult secret = decode(FrameType::Binary, encryptMessage(bytes));
    const auto *deciphered = std::get_if<Decoded>(&secret);
    require(!decoded == !deciphered, "encryption changes what is understood", bytes);
    if (decoded)
        require(messageKind(decoded->message) == messageKind(deciphered->message),
                "encryption changes the message", bytes);
    else
        require(std::get<Ignored>(text).reason == std::get<Ignored>(secret).reason,
                "encryption changes the reason", bytes);
}

} // namespace outlet::test
