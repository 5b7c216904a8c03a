// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "protocol/measurement.h"

#include <algorithm>
#include <charconv>

namespace outlet::protocol {

namespace {

constexpr double kPerUnit = 4096; // section 4.2
constexpr double kCurrentMargin = 1.25;
constexpr double kVoltageMargin = 1.15;

PlausibleLimits limitsOf(const Rating &rating)
{
    return {kCurrentMargin * rating.currentAmps * rating.nominalVolts,
            kVoltageMargin * rating.nominalVolts};
}

/// Digits, and perhaps a point with digits after it; nothing that a sender might mean otherwise.
std::optional<double> parseDecimal(QByteArrayView text)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const qsizetype point = text.indexOf('.');
    const QByteArrayView whole = point < 0 ? text : text.first(point);
    const QByteArrayView fraction = point < 0 ? QByteArrayView("0") : text.sliced(point + 1);
    if (text.size() > 32 || whole.isEmpty() || fraction.isEmpty() ||
        !std::all_of(whole.begin(), whole.end(), isDigit) ||
        !std::all_of(fraction.begin(), fraction.end(), isDigit))
        return std::nullopt;
    bool ok = false;
    const double value = text.toByteArray().toDouble(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

/// A voltage of 0 is what the chip says while it does not measure.
std::optional<double> measuredVolts(const std::optional<double> &volts)
{
    return volts && *volts > 0 ? volts : std::nullopt;
}

} // namespace

std::optional<qint64> parseHex(QByteArrayView text)
{
    // from_chars() would take a sign; a longer number would not fit, whatever its first digits are.
    if (text.isEmpty() || text.size() > 16 || text.front() == '-')
        return std::nullopt;
    qint64 value = 0;
    const auto [end, error] = std::from_chars(text.begin(), text.end(), value, 16);
    if (error != std::errc() || end != text.end())
        return std::nullopt;
    return value;
}

std::optional<MeasuredPair> parseMeasuredPair(QByteArrayView text)
{
    if (text == "NaN" || text == "NaN:NaN")
        return MeasuredPair();
    const qsizetype colon = text.indexOf(':');
    MeasuredPair pair;
    if (colon < 0) {
        pair.instant = parseDecimal(text);
        if (!pair.instant)
            return std::nullopt;
        pair.lenient = true;
        pair.zero = *pair.instant == 0;
        return pair;
    }
    const auto newest = parseHex(text.first(colon));
    const auto mean = parseHex(text.sliced(colon + 1));
    if (!newest || !mean)
        return std::nullopt;
    pair.instant = static_cast<double>(*newest) / kPerUnit;
    pair.average = static_cast<double>(*mean) / kPerUnit;
    pair.zero = *newest == 0 && *mean == 0;
    return pair;
}

PlausibleLimits plausibleLimits(const std::optional<Rating> &rating)
{
    if (rating && rating->currentAmps > 0 && rating->nominalVolts > 0)
        return limitsOf(*rating);
    static const PlausibleLimits widest = [] {
        PlausibleLimits envelope{0, 0};
        for (const Model &model : models()) {
            const PlausibleLimits limits = limitsOf(model.rating);
            envelope.powerWatts = std::max(envelope.powerWatts, limits.powerWatts);
            envelope.voltageVolts = std::max(envelope.voltageVolts, limits.voltageVolts);
        }
        return envelope;
    }();
    return widest;
}

bool isPlausibleReport(qint64 joules, qint64 seconds, const PlausibleLimits &limits)
{
    const auto span = static_cast<double>(std::max<qint64>(seconds, 1));
    return joules >= 0 && static_cast<double>(joules) / span <= limits.powerWatts;
}

Reading interpretReading(std::optional<bool> relayOn, const MeasuredPair &power,
                         const MeasuredPair &voltage, const PlausibleLimits &limits)
{
    Reading reading;
    if (relayOn == false) {
        // Some firmware keeps the last values after switching off (PY#132).
        reading.powerWatts = 0;
        reading.averagePowerWatts = 0;
        return reading;
    }
    const auto above = [](const std::optional<double> &value, double limit) {
        return value && *value > limit;
    };
    if (above(power.instant, limits.powerWatts) || above(voltage.instant, limits.voltageVolts)) {
        reading.droppedAsSpike = true;
        return reading;
    }
    reading.voltageVolts = measuredVolts(voltage.instant);
    if (!above(voltage.average, limits.voltageVolts))
        reading.averageVoltageVolts = measuredVolts(voltage.average);
    if (power.zero && voltage.zero)
        return reading; // just switched on: the chip has not measured yet
    reading.powerWatts = power.instant;
    if (!above(power.average, limits.powerWatts))
        reading.averagePowerWatts = power.average;
    return reading;
}

} // namespace outlet::protocol
