// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "outlets/outlet.h"

#include <utility>

#include "outlets/outlet_port.h"

namespace outlet {

Outlet::Outlet(OutletRecord record, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_record(std::move(record))
    , m_clock(clock)
    , m_ignoredSinceUtcMs(clock.utcMs())
{
}

QString Outlet::displayName() const
{
    return m_record.name.isEmpty() ? tr("Outlet %1").arg(shortId()) : m_record.name;
}

bool Outlet::isReachable() const
{
    return m_port && (m_linkState == LinkState::Online || m_linkState == LinkState::Silent);
}

CommandResult Outlet::setRelay(bool on)
{
    if (!isKnown())
        return CommandResult::NotKnown;
    if (!isReachable())
        return CommandResult::Offline; // nothing is queued for an outlet that is away
    m_port->requestRelay(on);
    return CommandResult::Sent;
}

void Outlet::dismissFailure()
{
    if (!m_failedRelay)
        return;
    m_failedRelay.reset();
    Q_EMIT commandStateChanged();
}

void Outlet::observe()
{
    if (++m_observers == 1 && m_port)
        m_port->observedChanged(true);
}

void Outlet::release()
{
    Q_ASSERT(m_observers > 0);
    if (--m_observers == 0 && m_port)
        m_port->observedChanged(false);
}

void Outlet::requestReading()
{
    if (m_port)
        m_port->requestReading();
}

void Outlet::setRecord(const OutletRecord &record)
{
    Q_ASSERT(record.id == m_record.id);
    if (record == m_record)
        return;
    const bool decided = record.decision != m_record.decision;
    m_record = record;
    if (decided) {
        if (!isKnown()) {
            const bool hadReading = m_reading.has_value();
            m_reading.reset();
            if (hadReading)
                Q_EMIT readingChanged();
        }
        Q_EMIT decisionChanged(m_record.decision);
    }
    Q_EMIT recordChanged();
}

void Outlet::attachPort(OutletPort *port)
{
    m_port = port;
}

void Outlet::setLinkState(LinkState state, LinkReason reason)
{
    if (state == m_linkState) {
        if (reason == LinkReason::LoggedIn)
            m_linkJournal.add({m_clock.utcMs(), state, LinkReason::LoggedInAnew});
        return;
    }
    m_linkState = state;
    m_linkJournal.add({m_clock.utcMs(), state, reason});
    if (state == LinkState::Offline) {
        const bool hadReading = m_reading.has_value();
        m_reading.reset();
        setSignalDbm(std::nullopt);
        if (hadReading)
            Q_EMIT readingChanged();
    }
    Q_EMIT linkStateChanged(state);
}

void Outlet::heard(const QString &address, bool encrypted)
{
    m_record.lastSeenUtcMs = m_clock.utcMs();
    if (m_record.encrypted == encrypted && m_record.address == address)
        return;
    m_record.address = address;
    m_record.encrypted = encrypted;
    Q_EMIT linkDetailsChanged();
}

void Outlet::setFirmware(const QString &firmware)
{
    if (firmware == m_record.firmware)
        return;
    m_record.firmware = firmware;
    Q_EMIT linkDetailsChanged();
}

void Outlet::setLoginFacts(const LoginFacts &facts)
{
    if (facts == m_loginFacts)
        return;
    m_loginFacts = facts;
    Q_EMIT linkDetailsChanged();
}

void Outlet::setSignalDbm(std::optional<int> dbm)
{
    if (dbm == m_signalDbm)
        return;
    m_signalDbm = dbm;
    Q_EMIT linkDetailsChanged();
}

void Outlet::applyRelay(std::optional<bool> on, RelayCause cause)
{
    if (on && m_failedRelay == on) {
        m_failedRelay.reset(); // it came true after all
        Q_EMIT commandStateChanged();
    }
    if (on == m_relay)
        return;
    const bool sawTheChange = m_relay.has_value() && on.has_value();
    m_relay = on;
    m_relaySinceUtcMs = sawTheChange && cause != RelayCause::Reported
                            ? std::optional<qint64>(m_clock.utcMs())
                            : std::nullopt;
    // The old reading belongs to the old state; the next one is a poll away.
    if (m_reading) {
        m_reading.reset();
        Q_EMIT readingChanged();
    }
    Q_EMIT relayChanged(cause);
}

void Outlet::applyReading(const Reading &reading)
{
    if (!isKnown())
        return;
    m_reading = reading;
    Q_EMIT readingChanged();
}

void Outlet::applyReport(qint64 joules, qint64 seconds)
{
    if (!isKnown())
        return;
    const qint64 now = m_clock.utcMs();
    m_energyToday.add(joules, seconds, now);
    Q_EMIT energyReported(EnergyReport{now, joules, seconds});
}

void Outlet::seedEnergyToday(qint64 joules, qint64 utcMs)
{
    m_energyToday.seed(joules, utcMs);
}

void Outlet::commandPending(bool on)
{
    m_pendingRelay = on;
    m_pendingSinceUtcMs = m_clock.utcMs();
    m_failedRelay.reset();
    Q_EMIT commandStateChanged();
}

void Outlet::commandConfirmed()
{
    if (!m_pendingRelay)
        return;
    const bool on = *m_pendingRelay;
    m_pendingRelay.reset();
    Q_EMIT commandStateChanged();
    Q_EMIT commandSucceeded(on);
}

void Outlet::commandFailed()
{
    if (!m_pendingRelay)
        return;
    const bool on = *m_pendingRelay;
    m_failedRelay = std::exchange(m_pendingRelay, std::nullopt);
    Q_EMIT commandStateChanged();
    Q_EMIT commandDidFail(on);
}

void Outlet::countIgnored(const QString &kind, quint64 times)
{
    // Kinds come from our own code, not from the wire, so the map stays small.
    m_ignoredCounts[kind] += times;
    Q_EMIT ignoredCountsChanged();
}

void Outlet::resetIgnoredCounts()
{
    m_ignoredCounts.clear();
    m_ignoredSinceUtcMs = m_clock.utcMs();
    Q_EMIT ignoredCountsChanged();
}

} // namespace outlet
