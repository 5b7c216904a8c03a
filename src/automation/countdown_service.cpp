// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "automation/countdown_service.h"

#include <algorithm>

#include "outlets/outlet_registry.h"

namespace outlet {

using std::chrono::milliseconds;

CountdownService::CountdownService(OutletRegistry &registry, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_clock(clock)
{
    for (Outlet *outlet : registry.outlets())
        watch(outlet);
    connect(&registry, &OutletRegistry::outletAdded, this,
            [this](Outlet *outlet) { watch(outlet); });
    connect(&registry, &OutletRegistry::outletAboutToBeRemoved, this,
            [this](Outlet *outlet) { m_timers.remove(outlet); });
}

CountdownService::~CountdownService() = default;

void CountdownService::start(Outlet *outlet, std::chrono::seconds delay, bool turnOn)
{
    if (!outlet->isKnown())
        return;
    OutletRecord record = outlet->record();
    const auto atLeast = std::max(delay, std::chrono::seconds(1));
    record.countdown = Countdown{m_clock.utcMs() + milliseconds(atLeast).count(), turnOn};
    m_registry.update(outlet, record);
}

void CountdownService::cancel(Outlet *outlet)
{
    if (!outlet->record().countdown)
        return;
    OutletRecord record = outlet->record();
    record.countdown.reset();
    m_registry.update(outlet, record);
}

void CountdownService::watch(Outlet *outlet)
{
    connect(outlet, &Outlet::recordChanged, this, [this, outlet] { arm(outlet); });
    connect(outlet, &Outlet::linkStateChanged, this, [this, outlet](LinkState state) {
        if (state == LinkState::Online)
            arm(outlet);
    });
    arm(outlet);
}

void CountdownService::arm(Outlet *outlet)
{
    const auto &countdown = outlet->record().countdown;
    if (!countdown) {
        m_timers.remove(outlet);
        return;
    }
    auto &timer = m_timers[outlet];
    if (!timer)
        timer = std::make_shared<ClockTimer>(m_clock, [this, outlet] { due(outlet); });
    // Due is a time of the wall clock, which may be set, and which runs on while the computer
    // sleeps. Looking at it now and then keeps the two together.
    const milliseconds left(countdown->dueUtcMs - m_clock.utcMs());
    timer->start(std::clamp(left, milliseconds(0), milliseconds(kLookAtClock)));
}

void CountdownService::due(Outlet *outlet)
{
    const auto &countdown = outlet->record().countdown;
    if (!countdown)
        return;
    const milliseconds late(m_clock.utcMs() - countdown->dueUtcMs);
    if (late < milliseconds(0)) {
        arm(outlet);
        return;
    }
    if (!outlet->isKnown()) { // ignored meanwhile: nobody waits for it any more
        cancel(outlet);
        return;
    }
    const std::shared_ptr<ClockTimer> keepAlive = m_timers.value(outlet); // runs right now
    if (late > kLateLimit) {
        cancel(outlet);
        Q_EMIT missed(outlet);
        return;
    }
    if (outlet->setRelay(countdown->turnOn) == CommandResult::Sent)
        cancel(outlet);
    else // away: linkStateChanged() tries again, this timer only ends the waiting
        keepAlive->start(milliseconds(kLateLimit) - late + milliseconds(1));
}

} // namespace outlet
