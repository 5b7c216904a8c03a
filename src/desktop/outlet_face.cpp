// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/outlet_face.h"

#include <QtCore/QMetaMethod>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <algorithm>
#include <cmath>

#include "app/energy_source.h"
#include "automation/countdown_service.h"
#include "desktop/format.h"
#include "outlets/outlet_registry.h"

namespace outlet {

namespace {

constexpr int kLongestName = 60;
constexpr int kMostCountdownMinutes = 24 * 60;
constexpr int kSeriesColors = 8;
constexpr double kMostLimitWatts = 10'000;

} // namespace

OutletFace::OutletFace(Outlet &outlet, const FaceParts &parts, QObject *parent)
    : QObject(parent)
    , m_outlet(&outlet)
    , m_parts(parts)
{
    m_live.setClock(m_parts.clock);
    connect(&outlet, &Outlet::recordChanged, this, &OutletFace::outletChanged);
    connect(&outlet, &Outlet::commandStateChanged, this, &OutletFace::outletChanged);
    connect(&outlet, &Outlet::linkDetailsChanged, this, &OutletFace::outletChanged);
    connect(&outlet, &Outlet::relayChanged, this, &OutletFace::outletChanged);
    connect(&outlet, &Outlet::readingChanged, this, [this] {
        record();
        outletChanged();
    });
    connect(&outlet, &Outlet::linkStateChanged, this, [this] {
        record();
        outletChanged();
    });
    if (m_parts.energy) {
        connect(m_parts.energy, &EnergySource::figuresChanged, this, &OutletFace::updateEnergy);
        connect(m_parts.energy, &EnergySource::tariffChanged, this, &OutletFace::updateEnergy);
    }
    connect(&outlet, &Outlet::decisionChanged, this, &OutletFace::updateEnergy);
    refresh();
    updateEnergy();
}

OutletFace::~OutletFace() = default;

template <typename Group>
void OutletFace::assign(Group &group, const Group &value, void (OutletFace::*changed)())
{
    if (group == value)
        return;
    group = value;
    Q_EMIT(this->*changed)();
}

void OutletFace::refresh()
{
    if (!m_outlet)
        return;
    m_input.nowUtcMs = m_parts.clock.utcMs();
    m_input.simulated = m_parts.isSimulated && m_parts.isSimulated(m_outlet->id());
    const FaceState state = faceState(*m_outlet, m_input);
    m_state.watts = state.watts;
    m_state.validForMs = state.validForMs;
    m_state.timesValidForMs = state.timesValidForMs;
    assign(m_state.identity, state.identity, &OutletFace::identityChanged);
    assign(m_state.link, state.link, &OutletFace::linkChanged);
    assign(m_state.relay, state.relay, &OutletFace::switchChanged);
    assign(m_state.power, state.power, &OutletFace::powerChanged);
    assign(m_state.strip, state.strip, &OutletFace::stripChanged);
    assign(m_state.times, state.times, &OutletFace::timesChanged);
    assign(m_state.words, state.words, &OutletFace::wordsChanged);
}

void OutletFace::updateEnergy()
{
    FaceState::Energy energy;
    if (m_outlet && m_parts.energy && m_outlet->isKnown()) {
        const EnergyFigure today = m_parts.energy->today(m_outlet->id());
        energy.today = today.joules ? Format::energy(*today.joules).text() : Format::unknown();
        energy.cost =
            today.cost ? tr("%1 today").arg(Format::money(today.cost, m_parts.energy->currency()))
                       : tr("today");
        energy.onToday = today.joules ? Format::duration(today.onMs).text : Format::unknown();
    }
    assign(m_state.energy, energy, &OutletFace::energyChanged);
}

qint64 OutletFace::validForMs() const
{
    if (!m_outlet)
        return TimedText::kForever;
    // "4 s ago" would wake the program every second; that is done only while somebody shows it.
    return areTimesShown() ? std::min(m_state.validForMs, m_state.timesValidForMs)
                           : m_state.validForMs;
}

bool OutletFace::areTimesShown() const
{
    static const QMetaMethod times = QMetaMethod::fromSignal(&OutletFace::timesChanged);
    return isSignalConnected(times);
}

FaceState::Times OutletFace::times() const
{
    // What nobody was told about is not kept up to date, so it is made when it is asked for.
    if (!m_outlet || areTimesShown())
        return m_state.times;
    FaceInput input = m_input;
    input.nowUtcMs = m_parts.clock.utcMs();
    return faceState(*m_outlet, input).times;
}

void OutletFace::connectNotify(const QMetaMethod &signal)
{
    if (!m_outlet || signal != QMetaMethod::fromSignal(&OutletFace::timesChanged))
        return;
    // Whoever begins to show the times reads them next, and has not to be told that they changed.
    FaceInput input = m_input;
    input.nowUtcMs = m_parts.clock.utcMs();
    const FaceState state = faceState(*m_outlet, input);
    m_state.times = state.times;
    m_state.timesValidForMs = state.timesValidForMs;
    Q_EMIT rescheduleNeeded();
}

void OutletFace::outletChanged()
{
    refresh();
    Q_EMIT rescheduleNeeded();
}

void OutletFace::detach()
{
    m_outlet->disconnect(this);
    m_outlet = nullptr;
}

void OutletFace::record()
{
    if (!m_outlet->isKnown())
        return;
    const auto &reading = m_outlet->reading();
    LivePoint point;
    point.utcMs = reading ? reading->utcMs : m_parts.clock.utcMs();
    point.watts = reading ? reading->powerWatts : std::nullopt;
    const bool online =
        m_outlet->linkState() == LinkState::Online || m_outlet->linkState() == LinkState::Silent;
    point.on = online ? m_outlet->relay() : std::nullopt;
    // Switching takes the old reading away; that is no gap, the next one follows at once.
    if (online && !reading)
        return;
    m_live.add(point);
}

void OutletFace::toggle()
{
    if (!m_outlet)
        return;
    const auto wished = m_outlet->pendingRelay() ? m_outlet->pendingRelay() : m_outlet->relay();
    setRelay(!wished.value_or(false));
}

void OutletFace::setRelay(bool on)
{
    if (!m_outlet)
        return;
    if (m_outlet->setRelay(on) == CommandResult::Offline)
        m_outlet->dismissFailure(); // then the strip says that it is offline
}

void OutletFace::activateStrip()
{
    if (!m_outlet)
        return;
    switch (m_state.strip.action) {
    case FaceState::Strip::Action::None:
        return;
    case FaceState::Strip::Action::Retry:
        setRelay(m_outlet->failedRelay().value_or(false));
        return;
    case FaceState::Strip::Action::CancelCountdown:
        cancelCountdown();
        return;
    case FaceState::Strip::Action::Help:
        Q_EMIT helpRequested();
        return;
    }
}

void OutletFace::allow()
{
    if (!m_outlet)
        return;
    m_parts.registry.allow(m_outlet);
}

void OutletFace::ignore()
{
    if (!m_outlet)
        return;
    m_parts.registry.ignore(m_outlet);
    Q_EMIT ignoredByUser(this);
}

void OutletFace::stopIgnoring()
{
    if (!m_outlet)
        return;
    m_parts.registry.reconsider(m_outlet);
}

void OutletFace::forget()
{
    if (!m_outlet)
        return;
    m_parts.registry.forget(m_outlet);
}

void OutletFace::rename(const QString &name)
{
    if (!m_outlet)
        return;
    OutletRecord record = m_outlet->record();
    record.name = name.simplified().left(kLongestName);
    m_parts.registry.update(m_outlet, record);
}

void OutletFace::setRoom(const QString &room)
{
    if (!m_outlet)
        return;
    OutletRecord record = m_outlet->record();
    record.room = room.simplified().left(kLongestName);
    m_parts.registry.update(m_outlet, record);
}

QString OutletFace::save(const QString &name, const QString &room, const QString &icon,
                         const QString &modelKey, int chartColor, double standbyBelowWatts,
                         double warnAboveWatts, bool keepOn)
{
    if (!m_outlet)
        return tr("This outlet was removed.");
    if (name.simplified().isEmpty())
        return tr("Give the outlet a name.");
    if (name.simplified().size() > kLongestName)
        return tr("A name has at most %n characters.", nullptr, kLongestName);
    if (room.simplified().size() > kLongestName)
        return tr("A room has at most %n characters.", nullptr, kLongestName);
    const auto isWatts = [](double watts) {
        return std::isfinite(watts) && watts >= 0 && watts <= kMostLimitWatts;
    };
    if (!isWatts(standbyBelowWatts))
        return tr("The standby limit is 0 to 10,000 watts.");
    if (!isWatts(warnAboveWatts))
        return tr("The warning limit is 0 to 10,000 watts. 0 turns the warning off.");
    OutletRecord record = m_outlet->record();
    if (modelKey != record.modelKey) {
        const protocol::Model *model = protocol::findModel(modelKey);
        if (!model && !modelKey.isEmpty())
            return tr("Choose a model from the list.");
        record.modelKey = modelKey;
        record.rating = model ? std::optional(model->rating) : std::nullopt;
    }
    record.name = name.simplified();
    record.room = room.simplified();
    record.icon = icon;
    record.chartColor = std::clamp(chartColor, 0, kSeriesColors);
    record.standbyBelowWatts = standbyBelowWatts;
    record.warnAboveWatts = warnAboveWatts > 0 ? std::optional(warnAboveWatts) : std::nullopt;
    record.keepOn = keepOn;
    m_parts.registry.update(m_outlet, record);
    return {};
}

void OutletFace::startCountdown(int minutes, bool turnOn)
{
    if (!m_outlet)
        return;
    const int bounded = std::clamp(minutes, 1, kMostCountdownMinutes);
    m_parts.countdowns.start(m_outlet, std::chrono::minutes(bounded), turnOn);
}

void OutletFace::cancelCountdown()
{
    if (!m_outlet)
        return;
    m_parts.countdowns.cancel(m_outlet);
}

void OutletFace::observe()
{
    if (!m_outlet)
        return;
    ++m_observers;
    m_outlet->observe();
}

void OutletFace::release()
{
    if (!m_outlet || m_observers == 0)
        return; // a page that was torn down twice must not take another page's look away
    --m_observers;
    m_outlet->release();
}

void OutletFace::copyId()
{
    if (!m_outlet)
        return;
    QGuiApplication::clipboard()->setText(m_outlet->id());
}

} // namespace outlet
