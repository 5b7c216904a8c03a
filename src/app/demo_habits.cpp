// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/demo_habits.h"

#include <QtCore/QDate>
#include <cmath>
#include <numbers>

#include "simulator/seeded_random.h"

namespace outlet {

namespace {

// Streams of chance of their own, beside those of Appliance.
enum Stream { AwayDay = 101, AwayStart, AwayLength, HeatDay, WashDay, Lateness, Mains };

constexpr qint64 kHour = 3600;
constexpr qint64 kDay = 24 * kHour;
constexpr qint64 kQuarter = 900;
/// Long enough on for whatever happens only after switching on to be over.
constexpr qint64 kLongOn = 6 * kHour;

int monthOfYear(qint64 day)
{
    return QDate(1970, 1, 1).addDays(day).month();
}

} // namespace

DemoHabits::DemoHabits(const SimulatedOutletSpec &spec)
    : m_spec(spec)
    , m_appliance(spec.appliance, spec.seed,
                  double(spec.rating.currentAmps) * spec.rating.nominalVolts)
{
}

int DemoHabits::daysOwned() const
{
    switch (m_spec.appliance) {
    case ApplianceKind::CoffeeMaker:
        return 210;
    case ApplianceKind::Lamp:
        return 96;
    case ApplianceKind::WashingMachine:
        return 330;
    default:
        return 800;
    }
}

bool DemoHabits::isAway(qint64 localSecond) const
{
    const qint64 day = localSecond / kDay;
    if (pick(AwayDay, day) >= 0.02)
        return false;
    const qint64 start = qint64(pick(AwayStart, day) * 76) * kQuarter;
    const qint64 length = (1 + qint64(pick(AwayLength, day) * 18)) * kQuarter;
    const qint64 at = localSecond % kDay;
    return at >= start && at < start + length;
}

bool DemoHabits::isOn(qint64 localSecond) const
{
    const qint64 day = localSecond / kDay;
    const qint64 quarter = localSecond % kDay / kQuarter; // 0 to 95
    const auto between = [quarter](qint64 from, qint64 to) {
        return quarter >= from && quarter < to;
    };
    const qint64 late = qint64(pick(Lateness, day) * 4); // up to an hour
    switch (m_spec.appliance) {
    case ApplianceKind::SpaceHeater: {
        // By month: how likely it is that the bedroom needs heating.
        static constexpr double likely[] = {0.95, 0.9, 0.7,  0.3,  0.05, 0,
                                            0,    0,   0.05, 0.35, 0.75, 0.95};
        if (pick(HeatDay, day) >= likely[monthOfYear(day) - 1])
            return false;
        return between(25, 29) || between(80 + late, 89 + late);
    }
    case ApplianceKind::Aquarium:
        return between(32, 88);
    case ApplianceKind::WashingMachine:
        return pick(WashDay, day) < 0.45 && between(32, 84);
    case ApplianceKind::CoffeeMaker:
        return between(28, 38 + late) || between(62, 66 + late);
    case ApplianceKind::Lamp: {
        const double season = std::cos(2 * std::numbers::pi * (monthOfYear(day) - 1) / 12.0);
        return between(qint64(76 - 8 * season), 90 + late);
    }
    default:
        return true;
    }
}

qint64 DemoHabits::milliwatts(qint64 localSecond) const
{
    return m_appliance.milliwatts(localSecond, kLongOn);
}

qint64 DemoHabits::decivolts(qint64 localSecond) const
{
    const double sway = pick(Mains, localSecond / 600) - 0.5;
    return std::llround(m_spec.rating.nominalVolts * 10 * (1 + 0.02 * sway));
}

double DemoHabits::pick(int stream, qint64 position) const
{
    return SeededRandom::noise(m_spec.seed, quint64(stream), position);
}

} // namespace outlet
