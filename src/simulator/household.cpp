// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "simulator/household.h"

#include <array>

#include "simulator/seeded_random.h"

namespace outlet {

using namespace std::chrono_literals;
using protocol::Framing;

namespace {

constexpr quint64 kDemoSeed = 2025;

struct Prototype
{
    ApplianceKind kind;
    const char *name;
    const char *room;
    const char *icon;
    const char *model;
    protocol::Rating rating;
};

// One per kind of appliance; ratings as in protocol.md section 9, chosen to carry the appliance.
constexpr std::array kPrototypes = {
    Prototype{ApplianceKind::Freezer, "Freezer", "Kitchen", "freezer", "ESW01-USA", {7, 120}},
    Prototype{ApplianceKind::OfficeDesk, "Office desk", "Study", "desk", "ESW01-USA", {7, 120}},
    Prototype{ApplianceKind::Television, "TV", "Living room", "tv", "ESW03-USA", {10, 120}},
    Prototype{
        ApplianceKind::SpaceHeater, "Space heater", "Bedroom", "heater", "ESW15-USA", {15, 120}},
    Prototype{ApplianceKind::Aquarium, "Aquarium", "Living room", "fish", "ESW01-USA", {7, 120}},
    Prototype{ApplianceKind::WashingMachine,
              "Washing machine",
              "Laundry",
              "washer",
              "ESW10-USA",
              {10, 120}},
    Prototype{
        ApplianceKind::CoffeeMaker, "Coffee maker", "Kitchen", "coffee", "ESW10-USA", {10, 120}},
    Prototype{ApplianceKind::Lamp, "Hall lamp", "Hallway", "lamp", "ESW01-USA", {7, 120}},
    Prototype{ApplianceKind::Fridge, "Fridge", "Kitchen", "freezer", "ESW01-EU", {10, 230}},
    Prototype{ApplianceKind::Fan, "Fan", "Bedroom", "fan", "ESW01-USA", {7, 120}},
    Prototype{ApplianceKind::Router, "Router", "Study", "router", "ESW01-USA", {7, 120}},
};

struct Firmware
{
    const char *version;
    qint64 code;
};

// What was seen of each framing (protocol.md section 0).
constexpr std::array kTextFirmware = {Firmware{"1.89", 89}, Firmware{"1.85", 85}};
constexpr std::array kAesFirmware = {Firmware{"1.95", 95}, Firmware{"2.123", 123},
                                     Firmware{"2.125", 125}};

// The demo's day, 2025-11-18. Each outlet begins at a time of its own, shortly before something
// happens to it that is worth seeing.
constexpr qint64 demoTime(int hour, int minute, int second)
{
    return 1763424000 + hour * 3600 + minute * 60 + second;
}

void setFirmware(SimulatedOutletSpec &spec, Framing framing, const Firmware &firmware)
{
    spec.framing = framing;
    spec.firmVersion = QString::fromLatin1(firmware.version);
    spec.firmVersionCode = firmware.code;
}

SimulatedOutletSpec fromPrototype(const Prototype &prototype, quint64 seed, int index)
{
    SimulatedOutletSpec spec;
    spec.id = simulatedOutletId(seed, index);
    spec.name = QString::fromLatin1(prototype.name);
    spec.room = QString::fromLatin1(prototype.room);
    spec.icon = QString::fromLatin1(prototype.icon);
    spec.modelKey = QString::fromLatin1(prototype.model);
    spec.rating = prototype.rating;
    spec.appliance = prototype.kind;
    spec.seed = SeededRandom(seed + static_cast<quint64>(index) * 7919).next();
    return spec;
}

} // namespace

QList<SimulatedOutletSpec> mixedHousehold(const HouseholdOptions &options)
{
    QList<SimulatedOutletSpec> specs;
    specs.reserve(options.count);
    for (int i = 0; i < options.count; ++i) {
        const auto kind = static_cast<std::size_t>(i) % kPrototypes.size();
        const auto round = static_cast<std::size_t>(i) / kPrototypes.size();
        SimulatedOutletSpec spec = fromPrototype(kPrototypes[kind], options.seed, i);
        if (round > 0)
            spec.name += QStringLiteral(" %1").arg(round + 1);

        SeededRandom random(spec.seed);
        const bool aes = options.framing == FramingMix::Aes ||
                         (options.framing == FramingMix::Mixed && random.unit() < 0.5);
        if (aes)
            setFirmware(spec, Framing::Aes, kAesFirmware[random.next() % kAesFirmware.size()]);
        else
            setFirmware(spec, Framing::Text, kTextFirmware[random.next() % kTextFirmware.size()]);
        spec.signalDbm = static_cast<int>(random.between(-78.0, -38.0));
        spec.firstReport = random.unit() < 0.5 ? FirstReport::Early : FirstReport::Late;
        spec.localSecondAtStart = options.localSecondAtStart;
        spec.faults = options.faults;
        if (options.neverConfirming.contains(i))
            spec.faults.neverConfirms = NeverConfirms::Everything;
        specs.append(spec);
    }
    return specs;
}

QList<SimulatedOutletSpec> demoSpecs()
{
    enum Index { Freezer, Desk, Tv, Heater, Aquarium, Washer, Coffee, Lamp };
    QList<SimulatedOutletSpec> specs;
    for (int i = Freezer; i <= Lamp; ++i) {
        specs.append(fromPrototype(kPrototypes[static_cast<std::size_t>(i)], kDemoSeed, i));
        specs.last().firstReport = FirstReport::Early;
        specs.last().standbyBelowWatts = 10;
        specs.last().localSecondAtStart = demoTime(16, 46, 0);
    }

    SimulatedOutletSpec &freezer = specs[Freezer];
    freezer.signalDbm = -52;
    freezer.localSecondAtStart = demoTime(16, 38, 35); // its compressor starts

    SimulatedOutletSpec &desk = specs[Desk];
    desk.signalDbm = -58;

    SimulatedOutletSpec &tv = specs[Tv];
    tv.name = QStringLiteral("TV & console");
    tv.modelKey = QStringLiteral("ESW10-USA");
    tv.signalDbm = -66;
    tv.localSecondAtStart = demoTime(18, 29, 35); // it goes to standby
    setFirmware(tv, Framing::Aes, kAesFirmware[1]);

    SimulatedOutletSpec &heater = specs[Heater];
    heater.warnAboveWatts = 1200;
    heater.signalDbm = -57;
    heater.localSecondAtStart = demoTime(16, 25, 20); // it steps up above the limit
    setFirmware(heater, Framing::Aes, kAesFirmware[2]);

    SimulatedOutletSpec &aquarium = specs[Aquarium];
    aquarium.relayOn = false;
    aquarium.signalDbm = -64;
    aquarium.faults.slowShare = 1;
    aquarium.faults.slowDelay = 4s;
    setFirmware(aquarium, Framing::Text, kTextFirmware[1]);

    SimulatedOutletSpec &washer = specs[Washer];
    washer.relayOn = false;
    washer.signalDbm = -59;
    setFirmware(washer, Framing::Aes, kAesFirmware[1]);

    SimulatedOutletSpec &coffee = specs[Coffee];
    coffee.signalDbm = -78;
    coffee.localSecondAtStart = demoTime(15, 35, 5); // the last of the brewing is done
    coffee.faults.neverConfirms = NeverConfirms::TurningOff;
    setFirmware(coffee, Framing::Aes, kAesFirmware[0]);

    SimulatedOutletSpec &lamp = specs[Lamp];
    lamp.modelKey.clear();      // its owner has not chosen one yet
    lamp.standbyBelowWatts = 2; // an LED: its 9 W are all it ever draws, and no standby
    lamp.signalDbm = -71;
    lamp.faults.presence = Presence{40s, 25min};
    return specs;
}

SimulatedOutletSpec newOutletSpec()
{
    SimulatedOutletSpec spec = fromPrototype(kPrototypes[9], kDemoSeed, 8);
    spec.id.replace(spec.id.size() - 4, 4, QStringLiteral("4f2a"));
    spec.name.clear();
    spec.room.clear();
    spec.icon.clear();
    spec.modelKey.clear();
    spec.signalDbm = -61;
    spec.firstReport = FirstReport::Early;
    return spec;
}

} // namespace outlet
