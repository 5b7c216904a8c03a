// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>

#include "outlets/outlet.h"
#include "server/server_options.h"

namespace outlet {

/// Decides whether an outlet is connecting, online, silent or offline, from what was heard, what
/// was asked and the passing of time. It has no clock of its own: the caller says what time it is
/// (monotonic), and calls advance() when nextDue() has come. Rules: protocol.md section 5 and
/// design-more.md, Devices.
class Liveness
{
public:
    using Time = std::chrono::milliseconds;

    /// \a options must outlive this and may change meanwhile.
    explicit Liveness(const ServerOptions &options);

    [[nodiscard]] LinkState state() const { return m_state; }
    /// Questions that were not answered since anything was last heard.
    [[nodiscard]] int missedAnswers() const { return m_missed; }
    /// When anything was last heard.
    [[nodiscard]] Time lastHeard() const { return m_lastHeard; }
    /// True while a question waits for its answer.
    [[nodiscard]] bool isAwaitingAnswer() const { return m_answerDue.has_value(); }

    /// The outlet is known from an earlier run and should come: connecting, offline after
    /// expectedGrace.
    void expect(Time now);
    /// The outlet logged in, on its first link or on another one.
    void linkOpened(Time now);
    /// Its only link is gone: silent at once, offline after closedGrace.
    void linkClosed(Time now);
    /// Anything arrived: online, and nothing counts as missed any more.
    void heard(Time now);
    /// A question was sent. While one waits, a further one does not move its deadline.
    void asked(Time now);
    /// Lets time pass up to \a now.
    void advance(Time now);
    /// When advance() would change something; it may turn out that nothing did.
    [[nodiscard]] std::optional<Time> nextDue() const;

private:
    const ServerOptions &m_options;
    LinkState m_state = LinkState::Offline;
    bool m_hasLink = false;
    int m_missed = 0;
    Time m_lastHeard{0};
    std::optional<Time> m_answerDue;
    std::optional<Time> m_graceEnds; ///< only while there is no link
};

} // namespace outlet
