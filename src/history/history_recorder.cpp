// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/history_recorder.h"

#include <cmath>
#include <cstdlib>

#include "history/history.h"
#include "outlets/outlet_registry.h"
#include "protocol/measurement.h"

namespace outlet {

static MeasuredState::Cause causeOf(RelayCause cause)
{
    switch (cause) {
    case RelayCause::Command:
        return MeasuredState::Cause::Command;
    case RelayCause::Button:
        return MeasuredState::Cause::Button;
    case RelayCause::StoredTimer:
        return MeasuredState::Cause::StoredTimer;
    case RelayCause::Reported:
        return MeasuredState::Cause::Reported;
    }
    return MeasuredState::Cause::Reported;
}

HistoryRecorder::HistoryRecorder(OutletRegistry &registry, History &history, Clock &clock,
                                 Filter filter, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_history(history)
    , m_clock(clock)
    , m_filter(std::move(filter))
{
    connect(&registry, &OutletRegistry::outletAdded, this,
            [this](Outlet *outlet) { follow(outlet); });
    connect(&registry, &OutletRegistry::outletAboutToBeRemoved, this,
            [this](Outlet *outlet) { endRecording(*outlet); });
    // Each session of recording says for itself what holds.
    connect(&history, &History::started, this, &HistoryRecorder::sayWhatHolds);
    for (Outlet *outlet : registry.outlets())
        follow(outlet);
}

void HistoryRecorder::follow(Outlet *outlet)
{
    if (m_filter && !m_filter(outlet->id()))
        return;
    connect(outlet, &Outlet::energyReported, this, [this, outlet](const EnergyReport &report) {
        if (!isRecorded(*outlet))
            return;
        const auto limits = protocol::plausibleLimits(outlet->record().rating);
        m_history.record(MeasuredReport{outlet->id(), report.receivedUtcMs, report.joules,
                                        report.seconds, limits.powerWatts});
    });
    connect(outlet, &Outlet::readingChanged, this, [this, outlet] { recordReading(*outlet); });
    connect(outlet, &Outlet::relayChanged, this,
            [this, outlet](RelayCause cause) { recordState(*outlet, causeOf(cause)); });
    connect(outlet, &Outlet::linkStateChanged, this,
            [this, outlet] { recordState(*outlet, MeasuredState::Cause::Link); });
    connect(outlet, &Outlet::linkDetailsChanged, this, [this, outlet] { recordSignal(*outlet); });
    connect(outlet, &Outlet::decisionChanged, this, [this, outlet] { decided(*outlet); });
    recordState(*outlet, MeasuredState::Cause::Recording);
}

bool HistoryRecorder::isRecorded(const Outlet &outlet) const
{
    return outlet.isKnown();
}

void HistoryRecorder::recordState(const Outlet &outlet, MeasuredState::Cause cause)
{
    if (!isRecorded(outlet))
        return;
    MeasuredState state;
    state.outletId = outlet.id();
    state.utcMs = m_clock.utcMs();
    state.connected =
        outlet.linkState() == LinkState::Online || outlet.linkState() == LinkState::Silent;
    state.relayOn = outlet.relay();
    state.cause = cause;
    state.signalDbm = outlet.signalDbm();
    const auto last = m_states.constFind(outlet.id());
    const bool isSame = last != m_states.cend() && last->connected == state.connected &&
                        last->relayOn == state.relayOn;
    if (isSame && cause != MeasuredState::Cause::Recording)
        return; // online or silent is the same to the history
    m_states.insert(outlet.id(), state);
    m_history.record(state);
}

void HistoryRecorder::recordReading(const Outlet &outlet)
{
    if (!isRecorded(outlet) || !outlet.reading())
        return;
    const Reading &reading = *outlet.reading();
    if (reading.powerWatts || reading.voltageVolts)
        m_history.record(
            MeasuredReading{outlet.id(), reading.utcMs, reading.powerWatts, reading.voltageVolts});
}

void HistoryRecorder::recordSignal(const Outlet &outlet)
{
    // A signal wavers by a few dBm with every message; that is worth no row.
    constexpr int leastDbm = 5;
    const auto last = m_states.constFind(outlet.id());
    if (!isRecorded(outlet) || !outlet.signalDbm() || last == m_states.cend())
        return;
    if (last->signalDbm && std::abs(*last->signalDbm - *outlet.signalDbm()) < leastDbm)
        return;
    MeasuredState state = *last;
    state.utcMs = m_clock.utcMs();
    state.cause = MeasuredState::Cause::Link;
    state.signalDbm = outlet.signalDbm();
    m_states.insert(outlet.id(), state);
    m_history.record(state);
}

void HistoryRecorder::decided(const Outlet &outlet)
{
    if (isRecorded(outlet))
        recordState(outlet, MeasuredState::Cause::Recording);
    else
        endRecording(outlet);
}

void HistoryRecorder::endRecording(const Outlet &outlet)
{
    const auto last = m_states.constFind(outlet.id());
    if (last == m_states.cend())
        return;
    // From now on nothing is known of it, as if it were away.
    MeasuredState state = *last;
    m_states.remove(outlet.id());
    state.utcMs = m_clock.utcMs();
    state.connected = false;
    state.cause = MeasuredState::Cause::Recording;
    state.signalDbm.reset();
    m_history.record(state);
}

void HistoryRecorder::sayWhatHolds()
{
    for (const Outlet *outlet : m_registry.outlets()) {
        if (!m_filter || m_filter(outlet->id()))
            recordState(*outlet, MeasuredState::Cause::Recording);
    }
}

} // namespace outlet
