// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <QtCore/QtGlobal>
#include <optional>
#include <span>

namespace outlet {

/// What is plugged into a simulated outlet.
enum class ApplianceKind {
    Freezer,
    Fridge,
    OfficeDesk,
    Television,
    SpaceHeater,
    Aquarium,
    WashingMachine,
    CoffeeMaker,
    Lamp,
    Fan,
    Router,
};

/// All kinds, in the order of the enumeration.
[[nodiscard]] std::span<const ApplianceKind> applianceKinds();
/// A short English word for lists and logs, e.g. "freezer".
[[nodiscard]] QString applianceName(ApplianceKind kind);

/// What an appliance draws, as a pure function of time: asking twice, in any order and at any
/// interval, gives the same answers. Power is constant within each second, so that energy over any
/// span is an exact sum.
class Appliance
{
public:
    /// Equal seeds draw equal curves. No answer exceeds \a ratedWatts.
    Appliance(ApplianceKind kind, quint64 seed, double ratedWatts);

    [[nodiscard]] ApplianceKind kind() const { return m_kind; }

    /// The power in milliwatts during one second, while the relay is on. \a localSecond counts
    /// seconds since 1970 in the household's own time, which sets the habits of the day;
    /// \a secondsOn is how long the relay has been on.
    [[nodiscard]] qint64 milliwatts(qint64 localSecond, qint64 secondsOn) const;

private:
    [[nodiscard]] double watts(qint64 second, qint64 secondsOn) const;
    [[nodiscard]] double compressor(qint64 second, qint64 secondsOn, int cycleSeconds, double duty,
                                    double running, double startPeak, double resting) const;
    [[nodiscard]] double officeDesk(qint64 second) const;
    [[nodiscard]] double television(qint64 second) const;
    [[nodiscard]] double spaceHeater(qint64 second) const;
    [[nodiscard]] double aquarium(qint64 second) const;
    [[nodiscard]] double washingMachine(qint64 second, qint64 secondsOn) const;
    [[nodiscard]] double coffeeMaker(qint64 second, qint64 secondsOn) const;
    [[nodiscard]] double fan(qint64 second) const;
    [[nodiscard]] double router(qint64 second) const;

    [[nodiscard]] double pick(int stream, qint64 position) const;
    [[nodiscard]] double jitter(qint64 second, double amplitude) const;
    [[nodiscard]] double wander(int stream, qint64 second, int periodSeconds) const;

    ApplianceKind m_kind;
    quint64 m_seed;
    double m_ratedWatts;
};

} // namespace outlet
