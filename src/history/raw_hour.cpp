// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/raw_hour.h"

#include <algorithm>

#include "history/packed.h"
#include "history/power_code.h"

namespace outlet {

namespace {

// How a reading's power and voltage are written: the low three bits of its first number. Power is
// the change of its code; of 0 to 4, two less is the change of the voltage in tenths of a volt.
constexpr quint64 kFormBits = 3;
constexpr quint64 kFormMask = 7;
constexpr quint64 kSmallSteps = 5;
constexpr qint64 kMiddleStep = 2;
constexpr quint64 kNewVoltage = 5; ///< the change of the voltage follows
constexpr quint64 kSpelled = 6;    ///< both spelled out, as one is missing or no code fits
constexpr quint64 kHasPower = 8;
constexpr quint64 kHasVoltage = 16;

enum StateBits : quint8 { Connected = 1, RelayKnown = 2, RelayOn = 4, HasSignal = 8 };
constexpr int kCauseShift = 4;
constexpr int kCauses = 6;

// What no outlet measures and no calendar reaches; it keeps sums of damaged numbers within 64 bits.
constexpr qint64 kMostHours = 100'000'000;
constexpr qint64 kMostMilliwatts = 1'000'000'000;
constexpr qint64 kMostJoules = 1'000'000'000'000;

void packReports(PackedWriter &out, qint64 start, const QList<RawReport> &reports)
{
    out.putUnsigned(static_cast<quint64>(reports.size()));
    RawReport last{start, 0, 0};
    for (const RawReport &report : reports) {
        // A report nearly always begins where the one before ended.
        out.putSigned(report.endUtcMs - report.durationMs - last.endUtcMs);
        out.putSigned(report.durationMs - last.durationMs);
        out.putSigned(report.joules - last.joules);
        last = report;
    }
}

void packReadings(PackedWriter &out, qint64 start, const QList<RawReading> &readings)
{
    out.putUnsigned(static_cast<quint64>(readings.size()));
    qint64 lastMs = start;
    qint64 lastStepMs = 0;
    qint64 lastCode = 0;
    qint64 lastDecivolts = 0;
    for (const RawReading &reading : readings) {
        const qint64 stepMs = reading.utcMs - lastMs;
        out.putSigned(stepMs - lastStepMs);
        lastMs = reading.utcMs;
        lastStepMs = stepMs;
        const bool fits = reading.milliwatts && reading.decivolts &&
                          powerOfCode(powerCode(*reading.milliwatts)) == *reading.milliwatts;
        if (!fits) {
            out.putUnsigned(kSpelled | (reading.milliwatts ? kHasPower : quint64(0)) |
                            (reading.decivolts ? kHasVoltage : quint64(0)));
            if (reading.milliwatts)
                out.putSigned(*reading.milliwatts);
            if (reading.decivolts)
                out.putSigned(*reading.decivolts);
            continue;
        }
        const qint64 code = powerCode(*reading.milliwatts);
        const qint64 step = *reading.decivolts - lastDecivolts;
        const bool isSmall = step >= -kMiddleStep && step <= kMiddleStep;
        out.putUnsigned(PackedWriter::zigzag(code - lastCode) << kFormBits |
                        (isSmall ? static_cast<quint64>(step + kMiddleStep) : kNewVoltage));
        if (!isSmall)
            out.putSigned(step);
        lastCode = code;
        lastDecivolts = *reading.decivolts;
    }
}

void packStates(PackedWriter &out, qint64 start, const QList<RawState> &states)
{
    out.putUnsigned(static_cast<quint64>(states.size()));
    qint64 lastMs = start;
    for (const RawState &state : states) {
        out.putSigned(state.utcMs - lastMs);
        lastMs = state.utcMs;
        out.putByte(static_cast<quint8>(
            (state.connected ? Connected : 0) | (state.relayOn ? RelayKnown : 0) |
            (state.relayOn.value_or(false) ? RelayOn : 0) | (state.signalDbm ? HasSignal : 0) |
            (static_cast<int>(state.cause) << kCauseShift)));
        if (state.signalDbm)
            out.putSigned(*state.signalDbm);
    }
}

QList<RawReport> unpackReports(PackedReader &in, qint64 start)
{
    QList<RawReport> reports(in.takeCount());
    RawReport last{start, 0, 0};
    for (RawReport &report : reports) {
        const qint64 begin = wrappingAdd(last.endUtcMs, in.takeSigned());
        report.durationMs = wrappingAdd(last.durationMs, in.takeSigned());
        report.joules = wrappingAdd(last.joules, in.takeSigned());
        report.endUtcMs = wrappingAdd(begin, report.durationMs);
        last = report;
    }
    return reports;
}

QList<RawReading> unpackReadings(PackedReader &in, qint64 start)
{
    QList<RawReading> readings(in.takeCount());
    qint64 lastMs = start;
    qint64 lastStepMs = 0;
    qint64 lastCode = 0;
    qint64 lastDecivolts = 0;
    for (RawReading &reading : readings) {
        lastStepMs = wrappingAdd(lastStepMs, in.takeSigned());
        lastMs = wrappingAdd(lastMs, lastStepMs);
        reading.utcMs = lastMs;
        const quint64 first = in.takeUnsigned();
        const quint64 form = first & kFormMask;
        if (form > kNewVoltage) {
            if (first & kHasPower)
                reading.milliwatts = in.takeSigned();
            if (first & kHasVoltage)
                reading.decivolts = in.takeSigned();
            continue;
        }
        lastCode = wrappingAdd(lastCode, PackedReader::unzigzag(first >> kFormBits));
        lastDecivolts =
            wrappingAdd(lastDecivolts, form < kSmallSteps ? static_cast<qint64>(form) - kMiddleStep
                                                          : in.takeSigned());
        reading.milliwatts = powerOfCode(lastCode);
        reading.decivolts = lastDecivolts;
    }
    return readings;
}

std::optional<QList<RawState>> unpackStates(PackedReader &in, qint64 start)
{
    QList<RawState> states(in.takeCount());
    qint64 lastMs = start;
    for (RawState &state : states) {
        lastMs = wrappingAdd(lastMs, in.takeSigned());
        state.utcMs = lastMs;
        const quint8 bits = in.byte();
        state.connected = (bits & Connected) != 0;
        if (bits & RelayKnown)
            state.relayOn = (bits & RelayOn) != 0;
        if (bits >> kCauseShift >= kCauses)
            return std::nullopt;
        state.cause = static_cast<MeasuredState::Cause>(bits >> kCauseShift);
        if (bits & HasSignal)
            state.signalDbm = static_cast<int>(std::clamp<qint64>(in.takeSigned(), -1000, 1000));
    }
    return states;
}

} // namespace

QByteArray packRawHour(qint64 hour, const RawRows &rows)
{
    const qint64 start = hour * kHourMs;
    PackedWriter out;
    packReports(out, start, rows.reports);
    packReadings(out, start, rows.readings);
    packStates(out, start, rows.states);
    return out.take();
}

std::optional<RawRows> unpackRawHour(qint64 hour, int format, QByteArrayView bytes)
{
    if (format != kRawHourFormat || hour < -kMostHours || hour > kMostHours)
        return std::nullopt;
    const qint64 start = hour * kHourMs;
    PackedReader in(bytes);
    RawRows rows;
    rows.reports = unpackReports(in, start);
    rows.readings = unpackReadings(in, start);
    const auto states = unpackStates(in, start);
    if (!states || in.failed() || !in.atEnd())
        return std::nullopt;
    rows.states = *states;
    // What the rest of the program relies on; damaged bytes may decode to anything.
    const qint64 end = start + kHourMs;
    for (const RawReport &report : std::as_const(rows.reports)) {
        if (report.endUtcMs <= start || report.endUtcMs > end || report.durationMs < 0 ||
            report.durationMs > kDayMs || report.joules < 0 || report.joules > kMostJoules)
            return std::nullopt;
    }
    for (const RawReading &reading : std::as_const(rows.readings)) {
        const qint64 milliwatts = reading.milliwatts.value_or(0);
        if (milliwatts < -kMostMilliwatts || milliwatts > kMostMilliwatts)
            return std::nullopt;
    }
    const auto isOutside = [start, end](const auto &row) {
        return row.utcMs < start || row.utcMs >= end;
    };
    if (std::any_of(rows.readings.cbegin(), rows.readings.cend(), isOutside) ||
        std::any_of(rows.states.cbegin(), rows.states.cend(), isOutside))
        return std::nullopt;
    return rows;
}

} // namespace outlet
