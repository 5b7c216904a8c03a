// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "base/clock.h"
#include "base/rate_limiter.h"
#include "outlets/outlet_port.h"
#include "protocol/decoder.h"
#include "protocol/message.h"
#include "server/liveness.h"
#include "server/relay_request.h"
#include "server/server_options.h"

namespace outlet {

class LinkEnd;
class Outlet;
enum class LinkReason;
enum class RelayCause;

/// The server's side of one outlet, for as long as the server runs: it survives the links that come
/// and go. Polls, decides whether the outlet is online, carries out wishes to switch, and turns
/// what the outlet says into the state of its Outlet. Main thread.
class OutletSession final : public OutletPort
{
public:
    /// How soon after a switch an outlet is asked what it draws now: the answer to the switch
    /// itself has no measurement yet (protocol.md 3.6).
    static constexpr std::chrono::milliseconds kPollAfterSwitch{1'000};

    /// All three must outlive the session; the options may change meanwhile.
    OutletSession(Outlet &outlet, Clock &clock, const ServerOptions &options);
    ~OutletSession() override;

    [[nodiscard]] Outlet &outlet() const { return m_outlet; }
    [[nodiscard]] bool hasLink() const { return m_link != nullptr; }

    /// The outlet is known and should log in soon; until it does it is "connecting".
    void expect();
    /// The outlet logged in on \a link, for the first time or again. Another link that it had is
    /// closed; the outlet never appears to go away. Answers with /loginReply, and asks for a
    /// reading when \a firstQuestionIn has passed.
    void login(LinkEnd &link, const protocol::Login &login,
               std::chrono::milliseconds firstQuestionIn = {});
    /// \a link is closed. Nothing happens when it is not the present one.
    void linkClosed(const LinkEnd &link);
    /// A message other than a login arrived on the present link.
    void receive(const protocol::Message &message);
    /// A frame arrived that is no message: it is counted, logged at a limited rate, and no more.
    void ignore(const protocol::Ignored &ignored);
    /// Messages that never came as far as receive() are counted as this kind.
    void countRefused(const QString &kind, quint64 times = 1);
    /// The user allowed or ignored the outlet.
    void decisionChanged();
    /// Closes the link (1001) and gives up what is pending; the outlet is offline.
    void shutDown();

    // OutletPort
    void requestRelay(bool on) override;
    void requestReading() override;
    void observedChanged(bool observed) override;

private:
    using Time = std::chrono::milliseconds;
    struct Receiver;

    void tick();
    void arm();
    [[nodiscard]] std::optional<Time> nextDue() const;
    [[nodiscard]] Time pollInterval() const;
    [[nodiscard]] Time keepAliveDue() const;
    [[nodiscard]] bool isPolled() const;
    void askReading(Time now);
    void askKeepAlive(Time now);
    void pollWithin(Time delay);
    void perform(RelayRequest::Step step);
    void applyRelay(std::optional<bool> relay, RelayCause cause);
    /// Why time alone has changed the state.
    [[nodiscard]] LinkReason overdueReason() const;
    void publishState(LinkReason reason);
    void countIgnored(const QString &kind, const QString &logKind, const QString &detail);

    Outlet &m_outlet;
    Clock &m_clock;
    const ServerOptions &m_options;
    LinkEnd *m_link = nullptr;
    Liveness m_liveness;
    RelayRequest m_relay;
    RateLimiter m_logLimiter;
    ClockTimer m_timer;
    Time m_armedFor{0};
    Time m_lastAsked{0}; ///< on the present link
    Time m_nextPoll{0};
};

} // namespace outlet
