// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/face_state.h"

#include "desktop/face_maker.h"
#include "protocol/models.h"

namespace outlet {

void FaceMaker::makeIdentity()
{
    auto &identity = m_face.identity;
    identity.id = m_outlet.id();
    identity.shortId = m_outlet.shortId();
    identity.hasName = !record().name.isEmpty();
    identity.newTitle = tr("Outlet with ID ending in %1").arg(identity.shortId);
    identity.name = m_outlet.displayName();
    identity.room = record().room;
    identity.icon = record().icon.isEmpty() ? QStringLiteral("plug") : record().icon;
    switch (m_outlet.decision()) {
    case Decision::New:
        identity.decision = Ui::DecisionNew;
        break;
    case Decision::Known:
        identity.decision = Ui::DecisionKnown;
        break;
    case Decision::Ignored:
        identity.decision = Ui::DecisionIgnored;
        break;
    }
    identity.simulated = m_input.simulated;
    identity.modelKey = record().modelKey;
    const protocol::Model *model = protocol::findModel(record().modelKey);
    identity.modelLabel = model ? QString(model->label) : Format::unknown();
    if (record().rating)
        identity.ratingText =
            tr("%1 A, %2 V").arg(record().rating->currentAmps).arg(record().rating->nominalVolts);
    identity.chartColor = record().chartColor;
    identity.keepOn = record().keepOn;
    identity.standbyBelowWatts = record().standbyBelowWatts;
    identity.warnAboveWatts = record().warnAboveWatts.value_or(0);
}

void FaceMaker::makeLink()
{
    auto &link = m_face.link;
    switch (m_outlet.linkState()) {
    case LinkState::Connecting:
        link.link = Ui::LinkConnecting;
        link.text = tr("Connecting…");
        link.icon = QStringLiteral("timer");
        break;
    case LinkState::Online:
        link.link = Ui::LinkOnline;
        link.text = tr("Online");
        link.tone = Ui::ToneAccent;
        break;
    case LinkState::Silent:
        link.link = Ui::LinkSilent;
        link.text = tr("Silent");
        link.icon = QStringLiteral("timer");
        break;
    case LinkState::Offline:
        link.link = Ui::LinkOffline;
        link.text = tr("Offline");
        link.icon = QStringLiteral("offline");
        break;
    }
    link.firmware = record().firmware.isEmpty() ? Format::unknown() : record().firmware;
    if (protocol::firmwareGeneration(record().firmware) == protocol::FirmwareGeneration::Two)
        link.firmwareNote = tr("This firmware probably works only with the maker’s cloud.");
    link.framing = !record().encrypted   ? Format::unknown()
                   : *record().encrypted ? tr("AES")
                                         : tr("Plain");
    link.address = record().address.isEmpty() ? Format::unknown() : record().address;
    makeSignal();
}

void FaceMaker::makeSignal()
{
    auto &link = m_face.link;
    if (!isOnline()) {
        link.signalIcon = QStringLiteral("offline");
        link.signalText = link.text;
        link.signalShort = Format::unknown();
        return;
    }
    const auto dbm = m_outlet.signalDbm();
    if (!dbm) {
        link.signalText = tr("Not reported yet");
        link.signalShort = Format::unknown();
        return;
    }
    link.signalShort = Format::signal(*dbm);
    if (*dbm >= -60) {
        link.signalIcon = QStringLiteral("signal3");
        link.signalText = tr("Good, %1").arg(link.signalShort);
    } else if (*dbm >= -72) {
        link.signalIcon = QStringLiteral("signal2");
        link.signalText = tr("Fair, %1").arg(link.signalShort);
    } else {
        link.signalIcon = QStringLiteral("signal1");
        link.signalText = tr("Weak, %1").arg(link.signalShort);
    }
}

void FaceMaker::makeSwitch()
{
    auto &relay = m_face.relay;
    relay.isOn = isOnline() && m_outlet.relay() == true;
    relay.switchable = isOnline() && m_outlet.isKnown();
    if (m_outlet.pendingRelay()) {
        const bool on = *m_outlet.pendingRelay();
        relay.state = on ? Ui::SwitchTurningOn : Ui::SwitchTurningOff;
        relay.text = on ? tr("Turning on…") : tr("Turning off…");
    } else if (m_outlet.failedRelay()) {
        const bool on = *m_outlet.failedRelay();
        relay.state = on ? Ui::SwitchFailedOn : Ui::SwitchFailedOff;
        relay.text = on ? tr("Didn’t turn on") : tr("Didn’t turn off");
    } else if (!isOnline()) {
        relay.state = Ui::SwitchOffline;
        relay.text = m_face.link.text;
    } else if (m_outlet.relay()) {
        relay.state = *m_outlet.relay() ? Ui::SwitchOn : Ui::SwitchOff;
        relay.text = *m_outlet.relay() ? tr("On") : tr("Off");
    } else {
        relay.state = Ui::SwitchUnknown;
        relay.text = Format::unknown();
    }
}

void FaceMaker::makePower()
{
    auto &power = m_face.power;
    power.text = Format::unknown();
    power.voltage = Format::unknown();
    power.current = Format::unknown();
    power.whole = Format::unknown();
    power.tileTone = m_outlet.decision() == Decision::New ? Ui::ToneInfo
                     : m_face.relay.isOn                  ? Ui::ToneAccent
                                                          : Ui::ToneNeutral;
    if (m_face.link.link == Ui::LinkOffline && m_outlet.isKnown())
        power.text = tr("Offline");
    if (isOnline() && m_outlet.isKnown()) {
        const auto &reading = m_outlet.reading();
        const qint64 age = reading ? m_input.nowUtcMs - reading->utcMs : 0;
        const bool fresh = reading && age < kDeadReadingMs;
        if (fresh && reading->powerWatts) {
            remakeAfter((age < kStaleReadingMs ? kStaleReadingMs : kDeadReadingMs) - age);
            makeReading(*reading->powerWatts, age >= kStaleReadingMs);
        } else if (m_outlet.relay() == false) {
            makeReading(0, false); // a relay that is off draws nothing; no reading is needed
        }
        if (fresh && reading->voltageVolts) {
            power.voltage = Format::volts(*reading->voltageVolts);
            // The wire has no current; at a power factor of 1 this is it.
            if (reading->powerWatts && *reading->voltageVolts > 1)
                power.current =
                    tr("≈ %1").arg(Format::amps(*reading->powerWatts / *reading->voltageVolts));
        }
    }
    const bool standby = m_face.relay.isOn && m_watts && *m_watts < record().standbyBelowWatts;
    if (!standby)
        m_input.standbySinceUtcMs = 0;
    else if (m_input.standbySinceUtcMs == 0)
        m_input.standbySinceUtcMs = m_outlet.reading()->utcMs;
}

void FaceMaker::makeReading(double watts, bool stale)
{
    auto &power = m_face.power;
    m_watts = watts;
    const auto quantity = Format::livePower(watts, m_input.kilowatts);
    power.text = quantity.value;
    power.unit = quantity.unit;
    power.whole = quantity.text();
    power.overload =
        m_face.relay.isOn && record().warnAboveWatts && watts > *record().warnAboveWatts;
    power.tone = power.overload                ? Ui::ToneWarn
                 : m_face.relay.isOn && !stale ? Ui::ToneAccent
                                               : Ui::ToneNeutral;
    if (power.overload)
        power.tileTone = Ui::ToneWarn;
}

FaceState faceState(const Outlet &outlet, FaceInput &input)
{
    return FaceMaker(outlet, input).make();
}

} // namespace outlet
