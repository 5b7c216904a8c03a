// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "sample_engine.h"

#include <cmath>

#include "app/replace_service.h"
#include "outlets/outlet_port.h"
#include "protocol/models.h"

namespace outlet {

namespace {

constexpr qint64 kMinute = 60'000;
constexpr qint64 kHour = 60 * kMinute;

/// Hardware that confirms every wish at once.
class WillingPort : public OutletPort
{
public:
    explicit WillingPort(Outlet &outlet)
        : m_outlet(outlet)
    {
    }
    void requestRelay(bool on) override
    {
        m_outlet.commandPending(on);
        m_outlet.applyRelay(on, RelayCause::Command);
        m_outlet.commandConfirmed();
    }
    void requestReading() override {}
    void observedChanged(bool) override {}

private:
    Outlet &m_outlet;
};

} // namespace

SampleEngine::SampleEngine(Clock &clock, EnergySource *energy, History *history)
    : m_clock(clock)
    , m_energy(energy)
    , m_registry(clock, nullptr)
    , m_countdowns(m_registry, clock)
    , m_diagnostics(m_registry, clock)
{
    if (history)
        m_replacing = std::make_unique<ReplaceService>(*history, m_registry, clock);
}

SampleEngine::~SampleEngine() = default;

Outlet *SampleEngine::add(const QString &id, Decision decision, const QString &name,
                          const QString &room, const QString &icon, const QString &model,
                          int signalDbm)
{
    Outlet *outlet = m_registry.findOrAdd(id);
    if (decision == Decision::Known)
        m_registry.allow(outlet);
    if (decision == Decision::Ignored)
        m_registry.ignore(outlet);
    OutletRecord record = outlet->record();
    record.name = name;
    record.room = room;
    record.icon = icon;
    if (const protocol::Model *found = protocol::findModel(model)) {
        record.modelKey = model;
        record.rating = found->rating;
    }
    m_registry.update(outlet, record);
    m_ports += std::make_shared<WillingPort>(*outlet);
    outlet->attachPort(m_ports.last().get());
    outlet->setLinkState(LinkState::Online);
    outlet->setFirmware(QStringLiteral("1.89"));
    outlet->setSignalDbm(signalDbm);
    outlet->heard(QStringLiteral("192.168.1.%1").arg(50 + m_registry.outlets().size()), false);
    return outlet;
}

void SampleEngine::addHome()
{
    const auto known = [this](int number, const char *name, const char *room, const char *icon,
                              int signalDbm, bool on) {
        const QString id = QStringLiteral("00000000-0000-4000-8000-00000000010%1").arg(number);
        Outlet *outlet = add(id, Decision::Known, QString::fromUtf8(name), QString::fromUtf8(room),
                             QString::fromUtf8(icon), QStringLiteral("ESW03-USA"), signalDbm);
        outlet->applyRelay(!on, RelayCause::Reported);
        outlet->applyRelay(on, RelayCause::Button);
        return outlet;
    };
    known(1, "Freezer", "Kitchen", "freezer", -52, true);
    Outlet *desk = known(2, "Office desk", "Study", "desk", -58, true);
    known(3, "TV & console", "Living room", "tv", -66, true);
    Outlet *heater = known(4, "Space heater", "Bedroom", "heater", -57, true);
    Outlet *aquarium = known(5, "Aquarium", "Living room", "fish", -64, false);
    known(6, "Washing machine", "Laundry", "washer", -59, false);
    Outlet *coffee = known(7, "Coffee maker", "Kitchen", "coffee", -78, true);
    Outlet *lamp = known(8, "Hall lamp", "Hallway", "lamp", -70, true);

    OutletRecord record = heater->record();
    record.warnAboveWatts = 1200;
    m_registry.update(heater, record);
    record = lamp->record();
    record.modelKey.clear();
    record.rating.reset();
    m_registry.update(lamp, record);
    m_countdowns.start(desk, std::chrono::minutes(14), false);
    measure(0);
    aquarium->commandPending(true);
    coffee->commandPending(false);
    coffee->commandFailed();
    lamp->setLinkState(LinkState::Offline);

    add(QStringLiteral("00000000-0000-4000-8000-000000004f2a"), Decision::New, {}, {}, {}, {}, -61);
    add(QStringLiteral("00000000-0000-4000-8000-0000000091c0"), Decision::Ignored, {}, {}, {}, {},
        -63);
}

void SampleEngine::measure(int tick)
{
    constexpr double kWatts[] = {82.4, 118, 4.4, 1312, 24, 300, 31.6, 9};
    int number = 0;
    for (Outlet *outlet : m_registry.outlets()) {
        if (!outlet->isKnown() || outlet->linkState() != LinkState::Online)
            continue;
        const double base = kWatts[number++ % std::size(kWatts)];
        const double moved = base * (1 + 0.05 * std::sin(tick * 0.7 + number));
        Reading reading;
        reading.utcMs = m_clock.utcMs();
        reading.powerWatts = outlet->relay() == true ? (tick == 0 ? base : moved) : 0.0;
        if (outlet->relay() == true)
            reading.voltageVolts = 121.3;
        outlet->applyReading(reading);
    }
}

void SampleEngine::setReady()
{
    m_ready = true;
    Q_EMIT ready();
}

void SampleEngine::setListening(quint16 port)
{
    m_listening = true;
    m_port = port;
    m_error.reset();
    m_sinceUtcMs = m_clock.utcMs() - 3 * 24 * kHour;
    Q_EMIT serverStateChanged();
}

void SampleEngine::setListenError(const ListenError &error, const QString &holder,
                                  int secondsToRetry)
{
    m_listening = false;
    m_error = error;
    m_holder = holder;
    m_secondsToRetry = secondsToRetry;
    Q_EMIT serverStateChanged();
}

void SampleEngine::setProblem(const QString &text, bool lasting)
{
    m_problem = text;
    m_problemLasts = lasting;
    Q_EMIT problemChanged();
}

void SampleEngine::setAddresses(const QStringList &addresses)
{
    m_addresses = addresses;
    Q_EMIT serverStateChanged();
}

void SampleEngine::setChangedAddress(const QString &text)
{
    m_changedAddress = text;
    Q_EMIT serverStateChanged();
}

bool SampleEngine::hasSimulated() const
{
    for (const Outlet *outlet : m_registry.outlets())
        if (isSimulated(outlet->id()))
            return true;
    return false;
}

void SampleEngine::startSimulated()
{
    for (int i = 1; i <= 3; ++i) {
        Outlet *outlet = add(QStringLiteral("51510000-0000-4000-8000-00000000020%1").arg(i),
                             Decision::Known, QStringLiteral("Simulated %1").arg(i),
                             QStringLiteral("Attic"), QStringLiteral("fan"), {}, -55);
        outlet->applyRelay(true, RelayCause::Reported);
    }
    measure(1);
    Q_EMIT simulatedChanged();
}

void SampleEngine::stopSimulated()
{
    const auto outlets = m_registry.outlets();
    for (Outlet *outlet : outlets)
        if (isSimulated(outlet->id()))
            m_registry.forget(outlet);
    Q_EMIT simulatedChanged();
}

void SampleEngine::retryListen()
{
    setListening(m_port);
}

void SampleEngine::setPort(quint16 port)
{
    setListening(port);
}

QList<LocalAddress> SampleEngine::localAddresses() const
{
    return {{QStringLiteral("192.168.1.24"), QStringLiteral("Wi‑Fi")},
            {QStringLiteral("10.0.0.5"), QStringLiteral("Cable")}};
}

} // namespace outlet
