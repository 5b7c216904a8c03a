// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>

#include "server/server_options.h"

namespace outlet {

/// One wish to switch an outlet, until the outlet confirms it or its time is over
/// (protocol.md 3.6). It sends nothing and has no clock: every call says what time it is
/// (monotonic) and answers what is to be done.
class RelayRequest
{
public:
    using Time = std::chrono::milliseconds;

    enum class Step {
        Nothing,
        SendRelay, ///< send /relay with wish()
        Query,     ///< ask how the relay is
        Confirmed, ///< the outlet says what was wished; the request is over
        Failed,    ///< no confirmation in time; the request is over
    };

    /// \a options must outlive this and may change meanwhile.
    explicit RelayRequest(const ServerOptions &options);

    [[nodiscard]] bool isPending() const { return m_wish.has_value(); }
    /// What is wished; empty when nothing is.
    [[nodiscard]] std::optional<bool> wish() const { return m_wish; }

    /// A new wish: it replaces the one that waits, and gets the whole time again. Answers SendRelay
    /// when there is a link; without one, the next login decides.
    [[nodiscard]] Step start(bool on, bool hasLink, Time now);
    /// The outlet said how its relay is. Another state than the wished one confirms nothing: it may
    /// have been on its way when the wish was sent.
    [[nodiscard]] Step reported(std::optional<bool> relay);
    /// The outlet logged in again, saying how its relay is. A wish that it does not fulfil is sent
    /// again, once.
    [[nodiscard]] Step loggedIn(std::optional<bool> relay, Time now);
    /// Lets time pass up to \a now.
    [[nodiscard]] Step advance(bool hasLink, Time now);
    /// When advance() has something to do; empty when nothing is pending.
    [[nodiscard]] std::optional<Time> nextDue() const;
    /// The outlet may not be commanded any more. Answers Failed when a wish was pending.
    [[nodiscard]] Step cancel();

private:
    [[nodiscard]] Step finish(Step step);
    void sent(Time now);

    const ServerOptions &m_options;
    std::optional<bool> m_wish;
    std::optional<Time> m_queryDue; ///< empty before sending and once asked
    Time m_failDue{0};
    bool m_resent = false;
};

} // namespace outlet
