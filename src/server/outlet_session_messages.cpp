// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
// What an outlet says becomes the state of its Outlet: the receiving half of OutletSession.
#include <variant>

#include "base/logging.h"
#include "outlets/outlet.h"
#include "protocol/encoder.h"
#include "protocol/measurement.h"
#include "server/link_end.h"
#include "server/outlet_session.h"

namespace outlet {

/// One overload per message.
struct OutletSession::Receiver
{
    OutletSession &session;

    void operator()(const protocol::Login &) const
    {
        // A login needs the link it came on, and goes to OutletSession::login().
    }

    void operator()(const protocol::KeepAlive &message) const
    {
        session.m_link->send(protocol::encodeKeepAliveReply(session.m_clock.utcMs()));
        session.m_outlet.setSignalDbm(message.signalDbm);
    }

    void operator()(const protocol::KeepAliveReply &) const
    {
        // That it was heard is all it says.
    }

    void operator()(const protocol::Report &message) const
    {
        Outlet &outlet = session.m_outlet;
        const auto limits = protocol::plausibleLimits(outlet.record().rating);
        if (protocol::isPlausibleReport(message.joules, message.seconds, limits))
            outlet.applyReport(message.joules, message.seconds);
        else
            session.countIgnored(QStringLiteral("spike"), QStringLiteral("spike /report"),
                                 QString());
    }

    void operator()(const protocol::RuntimeInfo &message) const
    {
        session.applyRelay(message.relayOn, RelayCause::Reported);
        Outlet &outlet = session.m_outlet;
        const auto measured =
            protocol::interpretReading(message.relayOn, message.powerWatts, message.voltageVolts,
                                       protocol::plausibleLimits(outlet.record().rating));
        if (measured.droppedAsSpike) {
            session.countIgnored(QStringLiteral("spike"), QStringLiteral("spike /runtimeInfo"),
                                 QString());
            return;
        }
        Reading reading;
        reading.utcMs = session.m_clock.utcMs();
        reading.powerWatts = measured.powerWatts;
        reading.averagePowerWatts = measured.averagePowerWatts;
        reading.voltageVolts = measured.voltageVolts;
        // An outlet that has just begun to measure nothing must not go on showing an old value; one
        // that never measured has nothing to take away.
        if (reading.powerWatts || reading.voltageVolts || outlet.reading())
            outlet.applyReading(reading);
    }

    void operator()(const protocol::ButtonPress &message) const
    {
        session.applyRelay(message.relayOn, RelayCause::Button);
    }

    void operator()(const protocol::StoredTimerFired &message) const
    {
        session.applyRelay(message.relayOn, RelayCause::StoredTimer);
    }

    void operator()(const protocol::StoredTriggerFired &) const
    {
        session.requestReading(); // it does not say how the relay is now (protocol.md 3.8)
    }

    // Answers to questions that this server does not ask.
    void operator()(const protocol::TriggerCounts &) const {}
    void operator()(const protocol::TimerReply &) const {}
    void operator()(const protocol::ControlFlags &) const {}
};

void OutletSession::receive(const protocol::Message &message)
{
    if (!m_link)
        return;
    m_outlet.heard(m_link->peerAddress(), m_link->isEncrypted());
    m_liveness.heard(m_clock.monotonic());
    publishState(LinkReason::Heard);
    if (m_link)
        std::visit(Receiver{*this}, message);
}

void OutletSession::applyRelay(std::optional<bool> relay, RelayCause cause)
{
    const RelayRequest::Step step = m_relay.reported(relay);
    const bool changes = relay != m_outlet.relay();
    m_outlet.applyRelay(relay, step == RelayRequest::Step::Confirmed ? RelayCause::Command : cause);
    perform(step);
    if (changes)
        pollWithin(kPollAfterSwitch); // what it draws in the new state comes with the next answer
}

void OutletSession::ignore(const protocol::Ignored &ignored)
{
    if (!m_link)
        return;
    // What this server does not understand is a sign of life all the same.
    m_outlet.heard(m_link->peerAddress(), m_link->isEncrypted());
    m_liveness.heard(m_clock.monotonic());
    publishState(LinkReason::Heard);
    const QString kind = protocol::ignoreReasonName(ignored.reason);
    // An unknown URI is logged once for each, the other reasons once for all of their kind.
    QString logKind = kind;
    if (ignored.reason == protocol::IgnoreReason::UnknownUri)
        logKind += u' ' + ignored.uri.left(64);
    countIgnored(kind, logKind, ignored.uri + u' ' + ignored.detail);
}

void OutletSession::countRefused(const QString &kind, quint64 times)
{
    m_outlet.countIgnored(kind, times);
}

void OutletSession::countIgnored(const QString &kind, const QString &logKind, const QString &detail)
{
    m_outlet.countIgnored(kind);
    const quint64 times = m_logLimiter.allow(logKind, m_clock.monotonic());
    if (times == 0)
        return;
    qCWarning(lcServer, "Outlet %s: ignored %llu x %s \"%s\"",
              qUtf8Printable(escapedForLog(m_outlet.id())), static_cast<unsigned long long>(times),
              qUtf8Printable(kind), qUtf8Printable(escapedForLog(detail.trimmed())));
}

} // namespace outlet
