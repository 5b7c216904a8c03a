// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArrayView>
#include <QtCore/QtGlobal>
#include <optional>

#include "protocol/models.h"

/// What the wire's measurements mean (protocol.md section 4), without state and without rounding.
namespace outlet::protocol {

/// The two numbers of a measurement field "hex:hex", scaled by 1/4096 to the field's unit.
/// Both are empty for "NaN" (no measurement) and when the field was missing or malformed.
struct MeasuredPair
{
    std::optional<double> instant; ///< the newest value
    std::optional<double> average; ///< the outlet's running mean
    bool zero = false;    ///< the wire said "0:0": 0 W when it means power, no reading for volts
    bool lenient = false; ///< a plain decimal without colon, as later firmware sends to its cloud
};

/// Parses lower- or upper-case hex without sign, prefix or spaces, at most 64 bit and at most
/// INT64_MAX. Empty when the text is anything else (sections 3.5 and 8).
[[nodiscard]] std::optional<qint64> parseHex(QByteArrayView text);

/// Parses a measurement field (4.2). Empty when the text is malformed; "NaN" and "NaN:NaN" are
/// well-formed and give a pair without values.
[[nodiscard]] std::optional<MeasuredPair> parseMeasuredPair(QByteArrayView text);

/// The most that an outlet of this rating can plausibly draw or see: 1.25 x rated current x nominal
/// voltage, and 1.15 x nominal voltage (4.2).
struct PlausibleLimits
{
    double powerWatts;
    double voltageVolts;
};

/// The limits of \a rating; without one, limits that no rating of section 9 exceeds.
[[nodiscard]] PlausibleLimits plausibleLimits(const std::optional<Rating> &rating);

/// True unless the report's mean power is more than the limits allow; a report over 0 seconds is
/// judged as one over 1 second (4.1, 4.2).
[[nodiscard]] bool isPlausibleReport(qint64 joules, qint64 seconds, const PlausibleLimits &limits);

/// A reading fit for display, from a /runtimeInfo.
struct Reading
{
    std::optional<double> powerWatts; ///< empty = unknown, which is not 0
    std::optional<double> averagePowerWatts;
    std::optional<double> voltageVolts;
    std::optional<double> averageVoltageVolts;
    bool droppedAsSpike = false; ///< the sample was implausible; every value is empty
};

/// Applies 4.2: a relay that is off draws 0 W whatever the wire says and has no voltage reading;
/// while it is on, "0:0" volts means that nothing is measured yet, so a power of "0:0" with it is
/// no reading either; an implausible newest value drops the whole sample, an implausible mean only
/// itself. An unknown relay is treated as on.
[[nodiscard]] Reading interpretReading(std::optional<bool> relayOn, const MeasuredPair &power,
                                       const MeasuredPair &voltage, const PlausibleLimits &limits);

} // namespace outlet::protocol
