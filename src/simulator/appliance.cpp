// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "simulator/appliance.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "simulator/seeded_random.h"

namespace outlet {

namespace {

constexpr qint64 kDay = 86400;
constexpr qint64 kHour = 3600;

// Streams of noise, so that no two habits of one appliance hang together.
enum Stream { Jitter, CycleStart, CycleLength, Habit, SlowWander, FastWander, Burst };

qint64 secondOfDay(qint64 second)
{
    return ((second % kDay) + kDay) % kDay;
}

constexpr std::array kKinds = {
    ApplianceKind::Freezer,     ApplianceKind::Fridge,         ApplianceKind::OfficeDesk,
    ApplianceKind::Television,  ApplianceKind::SpaceHeater,    ApplianceKind::Aquarium,
    ApplianceKind::CoffeeMaker, ApplianceKind::WashingMachine, ApplianceKind::Lamp,
    ApplianceKind::Fan,         ApplianceKind::Router,
};

} // namespace

std::span<const ApplianceKind> applianceKinds()
{
    return kKinds;
}

QString applianceName(ApplianceKind kind)
{
    switch (kind) {
    case ApplianceKind::Freezer:
        return QStringLiteral("freezer");
    case ApplianceKind::Fridge:
        return QStringLiteral("fridge");
    case ApplianceKind::OfficeDesk:
        return QStringLiteral("office desk");
    case ApplianceKind::Television:
        return QStringLiteral("television");
    case ApplianceKind::SpaceHeater:
        return QStringLiteral("space heater");
    case ApplianceKind::Aquarium:
        return QStringLiteral("aquarium");
    case ApplianceKind::WashingMachine:
        return QStringLiteral("washing machine");
    case ApplianceKind::CoffeeMaker:
        return QStringLiteral("coffee maker");
    case ApplianceKind::Lamp:
        return QStringLiteral("lamp");
    case ApplianceKind::Fan:
        return QStringLiteral("fan");
    case ApplianceKind::Router:
        return QStringLiteral("router");
    }
    Q_UNREACHABLE();
}

Appliance::Appliance(ApplianceKind kind, quint64 seed, double ratedWatts)
    : m_kind(kind)
    , m_seed(seed)
    , m_ratedWatts(ratedWatts)
{
}

qint64 Appliance::milliwatts(qint64 localSecond, qint64 secondsOn) const
{
    return std::llround(std::clamp(watts(localSecond, secondsOn), 0.0, m_ratedWatts) * 1000.0);
}

double Appliance::watts(qint64 second, qint64 secondsOn) const
{
    switch (m_kind) {
    case ApplianceKind::Freezer:
        return compressor(second, secondsOn, 2400, 0.35, 80.0, 620.0, 1.1);
    case ApplianceKind::Fridge: {
        // The door is opened for half a minute now and then, and its light with it.
        const bool doorOpen = pick(Burst, second / 30) < 0.01;
        return compressor(second, secondsOn, 3000, 0.32, 96.0, 700.0, 1.6) + (doorOpen ? 14.0 : 0);
    }
    case ApplianceKind::OfficeDesk:
        return officeDesk(second);
    case ApplianceKind::Television:
        return television(second);
    case ApplianceKind::SpaceHeater:
        return spaceHeater(second);
    case ApplianceKind::Aquarium:
        return aquarium(second);
    case ApplianceKind::WashingMachine:
        return washingMachine(second, secondsOn);
    case ApplianceKind::CoffeeMaker:
        return coffeeMaker(second, secondsOn);
    case ApplianceKind::Lamp:
        return 9.0 + jitter(second, 0.05);
    case ApplianceKind::Fan:
        return fan(second);
    case ApplianceKind::Router:
        return router(second);
    }
    Q_UNREACHABLE();
}

double Appliance::compressor(qint64 second, qint64 secondsOn, int cycleSeconds, double duty,
                             double running, double startPeak, double resting) const
{
    const auto offset = static_cast<qint64>(pick(CycleStart, 0) * cycleSeconds);
    const qint64 cycle = (second + offset) / cycleSeconds;
    const qint64 inCycle = (second + offset) % cycleSeconds;
    const double runs = cycleSeconds * (duty + (pick(CycleLength, cycle) - 0.5) * 0.1);
    if (static_cast<double>(inCycle) >= runs)
        return resting + jitter(second, 0.02);
    const qint64 running_s = std::min(inCycle, secondsOn);
    if (running_s < 1)
        return startPeak;
    // Pressure builds up: some ten per cent more at first, gone after a few minutes.
    const double settling = 0.12 * running * std::exp(-static_cast<double>(running_s) / 70.0);
    return running + 2.4 * wander(SlowWander, second, 240) + settling + jitter(second, 0.35);
}

double Appliance::officeDesk(qint64 second) const
{
    const qint64 hour = secondOfDay(second) / kHour;
    double likely = 0.0;
    if (hour >= 8 && hour < 18)
        likely = hour == 12 ? 0.3 : 1.0;
    else if (hour >= 18 && hour < 23)
        likely = 0.3;
    if (pick(Habit, second / 1800) >= likely)
        return 3.2 + jitter(second, 0.05);
    return std::clamp(118.0 + 30.0 * wander(SlowWander, second, 900) +
                          14.0 * wander(FastWander, second, 20) + jitter(second, 2.0),
                      100.0, 170.0);
}

double Appliance::television(qint64 second) const
{
    const qint64 hour = secondOfDay(second) / kHour;
    const double likely = hour >= 17 && hour < 23 ? 0.75 : (hour >= 8 ? 0.15 : 0.02);
    if (pick(Habit, second / 1800) >= likely)
        return 4.4 + jitter(second, 0.03);
    return 120.0 + 6.0 * wander(FastWander, second, 8) + jitter(second, 1.0);
}

double Appliance::spaceHeater(qint64 second) const
{
    constexpr int cycleSeconds = 1800;
    const auto offset = static_cast<qint64>(pick(CycleStart, 0) * cycleSeconds);
    const auto inCycle = static_cast<double>((second + offset) % cycleSeconds) / cycleSeconds;
    const qint64 hour = secondOfDay(second) / kHour;
    // The thermostat is turned down at night, so the strong step falls away.
    const double strongUntil = hour >= 6 && hour < 23 ? 0.8 : 0.2;
    if (inCycle < 0.2)
        return 780.0 + jitter(second, 2.0);
    if (inCycle < strongUntil)
        return 1310.0 + 3.0 * wander(SlowWander, second, 120) + jitter(second, 1.5);
    return 18.0 + jitter(second, 0.2);
}

double Appliance::aquarium(qint64 second) const
{
    const qint64 hour = secondOfDay(second) / kHour;
    const double light = hour >= 9 && hour < 21 ? 18.0 : 0.0;
    return 7.0 + light + jitter(second, 0.15);
}

double Appliance::washingMachine(qint64 second, qint64 secondsOn) const
{
    constexpr qint64 fill = 120;
    constexpr qint64 heat = fill + 900;
    constexpr qint64 wash = heat + 1500;
    constexpr qint64 rinse = wash + 900;
    constexpr qint64 spin = rinse + 480;

    // Somebody starts it a minute after switching it on, and otherwise once a day.
    qint64 at = secondsOn - 60;
    if (at < 0 || at >= spin) {
        const auto startHour = 8 + static_cast<qint64>(pick(Habit, second / kDay) * 12);
        at = secondOfDay(second) - startHour * kHour;
    }
    if (at < 0 || at >= spin)
        return 2.1 + jitter(second, 0.05);

    // The drum turns for 12 s and rests for 6.
    const double drum = at % 18 < 12 ? 190.0 + 110.0 * pick(Burst, at / 18) : 8.0;
    if (at < fill)
        return 6.0 + jitter(second, 0.3);
    if (at < heat)
        return 880.0 + (at % 18 < 12 ? 60.0 + 60.0 * pick(Burst, at / 18) : 0) +
               jitter(second, 4.0);
    if (at < wash)
        return drum + jitter(second, 5.0);
    if (at < rinse)
        return 0.7 * drum + 28.0 + jitter(second, 4.0);
    const auto speed = static_cast<double>(at - rinse) / static_cast<double>(spin - rinse);
    return 230.0 + 250.0 * std::min(1.0, speed * 1.4) + jitter(second, 9.0);
}

double Appliance::coffeeMaker(qint64 second, qint64 secondsOn) const
{
    constexpr qint64 brewing = 330;
    qint64 at = secondsOn;
    for (const qint64 start : {7 * kHour, 15 * kHour + 1800}) {
        const qint64 since = secondOfDay(second) - start;
        if (at >= brewing && since >= 0)
            at = since;
    }
    if (at < brewing && at % 48 < 44)
        return 900.0 + jitter(second, 6.0);
    return 31.6 + jitter(second, 0.1);
}

double Appliance::fan(qint64 second) const
{
    constexpr std::array speeds = {28.0, 38.0, 52.0};
    const auto speed = static_cast<std::size_t>(pick(Habit, second / (2 * kHour)) * 3.0);
    return speeds[speed] + jitter(second, 0.4);
}

double Appliance::router(qint64 second) const
{
    const bool busy = pick(Burst, second / 40) < 0.25;
    return 8.5 + (busy ? 2.6 * pick(FastWander, second) : 0) + jitter(second, 0.2);
}

double Appliance::pick(int stream, qint64 position) const
{
    return SeededRandom::noise(m_seed, static_cast<quint64>(stream), position);
}

double Appliance::jitter(qint64 second, double amplitude) const
{
    return (pick(Jitter, second) * 2.0 - 1.0) * amplitude;
}

double Appliance::wander(int stream, qint64 second, int periodSeconds) const
{
    // Straight lines between random points: -1 to 1 without jumps.
    const qint64 point = second / periodSeconds;
    const auto part = static_cast<double>(second % periodSeconds) / periodSeconds;
    const double from = pick(stream, point);
    const double to = pick(stream, point + 1);
    return (from + (to - from) * part) * 2.0 - 1.0;
}

} // namespace outlet
