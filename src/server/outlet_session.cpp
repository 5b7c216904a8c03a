// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "server/outlet_session.h"

#include <algorithm>
#include <utility>

#include "base/logging.h"
#include "outlets/outlet.h"
#include "protocol/encoder.h"
#include "server/close_code.h"
#include "server/link_end.h"

namespace outlet {

namespace {

// Hostile text stays small in the outlet's record; real versions have up to 6 characters.
constexpr qsizetype kMaxFirmwareChars = 64;

} // namespace

OutletSession::OutletSession(Outlet &outlet, Clock &clock, const ServerOptions &options)
    : m_outlet(outlet)
    , m_clock(clock)
    , m_options(options)
    , m_liveness(options)
    , m_relay(options)
    , m_timer(clock, [this] { tick(); })
{
    m_outlet.attachPort(this);
}

OutletSession::~OutletSession()
{
    m_outlet.attachPort(nullptr);
}

void OutletSession::expect()
{
    m_liveness.expect(m_clock.monotonic());
    publishState(LinkReason::Expected);
    arm();
}

void OutletSession::login(LinkEnd &link, const protocol::Login &login,
                          std::chrono::milliseconds firstQuestionIn)
{
    const Time now = m_clock.monotonic();
    if (LinkEnd *old = std::exchange(m_link, &link); old && old != &link)
        old->close(closecode::kNormal);
    m_liveness.linkOpened(now);
    m_lastAsked = now;
    m_nextPoll = now + firstQuestionIn;
    m_link->send(protocol::encodeLoginReply(m_clock.utcMs()));
    m_outlet.heard(link.peerAddress(), link.isEncrypted());
    m_outlet.setFirmware(login.firmVersion.left(kMaxFirmwareChars));
    m_outlet.setLoginFacts({login.type.left(kMaxFirmwareChars),
                            login.deviceVersion.left(kMaxFirmwareChars), m_clock.utcMs()});
    const RelayRequest::Step step = m_relay.loggedIn(login.relayOn, now);
    m_outlet.applyRelay(login.relayOn, step == RelayRequest::Step::Confirmed
                                           ? RelayCause::Command
                                           : RelayCause::Reported);
    publishState(LinkReason::LoggedIn);
    m_outlet.noteLogin();
    perform(step);
    tick();
}

void OutletSession::linkClosed(const LinkEnd &link)
{
    if (m_link != &link)
        return;
    m_link = nullptr;
    m_liveness.linkClosed(m_clock.monotonic());
    publishState(LinkReason::Closed);
    arm();
}

void OutletSession::decisionChanged()
{
    if (!m_outlet.isKnown())
        perform(m_relay.cancel());
    m_nextPoll = m_clock.monotonic();
    tick();
}

void OutletSession::shutDown()
{
    perform(m_relay.cancel());
    if (LinkEnd *link = std::exchange(m_link, nullptr))
        link->close(closecode::kGoingAway);
    m_timer.stop();
    m_outlet.setLinkState(LinkState::Offline, LinkReason::ServerStopped);
}

void OutletSession::requestRelay(bool on)
{
    if (!m_outlet.isKnown())
        return;
    const RelayRequest::Step step = m_relay.start(on, hasLink(), m_clock.monotonic());
    m_outlet.commandPending(on);
    perform(step);
    arm();
}

void OutletSession::requestReading()
{
    if (isPolled() && !m_liveness.isAwaitingAnswer())
        askReading(m_clock.monotonic());
    arm();
}

void OutletSession::observedChanged(bool observed)
{
    Q_UNUSED(observed)
    m_nextPoll = m_lastAsked + pollInterval();
    tick();
}

void OutletSession::tick()
{
    const Time now = m_clock.monotonic();
    m_liveness.advance(now);
    if (m_liveness.state() == LinkState::Offline && m_link) {
        qCInfo(lcServer, "Outlet %s does not answer any more; closing its link",
               qUtf8Printable(escapedForLog(m_outlet.id())));
        publishState(LinkReason::GivenUp);
        // A socket that only looks alive: once it is closed, the outlet can come back.
        if (m_link)
            m_link->close(closecode::kGoingAway);
    }
    perform(m_relay.advance(hasLink(), now));
    publishState(overdueReason());
    if (isPolled() && now >= m_nextPoll)
        askReading(now);
    if (m_link && !m_outlet.isKnown() && now >= keepAliveDue())
        askKeepAlive(now);
    arm();
}

void OutletSession::arm()
{
    // Most deadlines move away with every message. The timer stays where it is then, and finds
    // out when it expires: messages are many, and deadlines few.
    const auto due = nextDue();
    if (!due || (m_timer.isActive() && m_armedFor <= *due))
        return;
    m_armedFor = *due;
    m_timer.start(*due - m_clock.monotonic());
}

std::optional<OutletSession::Time> OutletSession::nextDue() const
{
    std::optional<Time> due = m_liveness.nextDue();
    const auto sooner = [&due](Time time) { due = due ? std::min(*due, time) : time; };
    if (const auto relayDue = m_relay.nextDue())
        sooner(*relayDue);
    if (isPolled())
        sooner(m_nextPoll);
    if (m_link && !m_outlet.isKnown())
        sooner(keepAliveDue());
    return due;
}

OutletSession::Time OutletSession::pollInterval() const
{
    return m_outlet.isObserved() ? m_options.pollObserved : m_options.pollIdle;
}

OutletSession::Time OutletSession::keepAliveDue() const
{
    return std::max(m_liveness.lastHeard(), m_lastAsked) + m_options.quietBeforeKeepAlive;
}

bool OutletSession::isPolled() const
{
    return m_link && m_outlet.isKnown() && !m_relay.isPending();
}

void OutletSession::askReading(Time now)
{
    static const QByteArray question = protocol::encodeGetRuntime();
    m_lastAsked = now;
    m_nextPoll = now + pollInterval();
    m_liveness.asked(now);
    m_link->send(question);
}

void OutletSession::askKeepAlive(Time now)
{
    static const QByteArray question = protocol::encodeKeepAlive();
    m_lastAsked = now;
    m_liveness.asked(now);
    m_link->send(question);
}

void OutletSession::pollWithin(Time delay)
{
    m_nextPoll = std::min(m_nextPoll, m_clock.monotonic() + delay);
    arm();
}

void OutletSession::perform(RelayRequest::Step step)
{
    switch (step) {
    case RelayRequest::Step::Nothing:
        return;
    case RelayRequest::Step::SendRelay:
        if (m_link)
            m_link->send(protocol::encodeRelay(*m_relay.wish()));
        return;
    case RelayRequest::Step::Query:
        if (m_link)
            askReading(m_clock.monotonic());
        return;
    case RelayRequest::Step::Confirmed:
        m_outlet.commandConfirmed();
        pollWithin(kPollAfterSwitch);
        return;
    case RelayRequest::Step::Failed:
        m_outlet.commandFailed();
        return;
    }
}

LinkReason OutletSession::overdueReason() const
{
    if (m_link)
        return LinkReason::NoAnswer;
    return m_outlet.linkState() == LinkState::Connecting ? LinkReason::NeverCame
                                                         : LinkReason::NotBack;
}

void OutletSession::publishState(LinkReason reason)
{
    m_outlet.setLinkState(m_liveness.state(), reason);
}

} // namespace outlet
