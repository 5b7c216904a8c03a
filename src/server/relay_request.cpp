// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "server/relay_request.h"

#include <algorithm>

namespace outlet {

RelayRequest::RelayRequest(const ServerOptions &options)
    : m_options(options)
{
}

RelayRequest::Step RelayRequest::start(bool on, bool hasLink, Time now)
{
    m_wish = on;
    m_failDue = now + m_options.relayFailAfter;
    m_queryDue.reset();
    m_resent = false;
    if (!hasLink)
        return Step::Nothing;
    sent(now);
    return Step::SendRelay;
}

RelayRequest::Step RelayRequest::reported(std::optional<bool> relay)
{
    return m_wish && relay == m_wish ? finish(Step::Confirmed) : Step::Nothing;
}

RelayRequest::Step RelayRequest::loggedIn(std::optional<bool> relay, Time now)
{
    if (!m_wish)
        return Step::Nothing;
    if (relay == m_wish)
        return finish(Step::Confirmed);
    if (m_resent)
        return Step::Nothing;
    m_resent = true;
    sent(now);
    return Step::SendRelay;
}

RelayRequest::Step RelayRequest::advance(bool hasLink, Time now)
{
    if (!m_wish)
        return Step::Nothing;
    if (now >= m_failDue)
        return finish(Step::Failed);
    if (m_queryDue && now >= *m_queryDue) {
        m_queryDue.reset();
        return hasLink ? Step::Query : Step::Nothing;
    }
    return Step::Nothing;
}

std::optional<RelayRequest::Time> RelayRequest::nextDue() const
{
    if (!m_wish)
        return std::nullopt;
    return m_queryDue ? std::min(*m_queryDue, m_failDue) : m_failDue;
}

RelayRequest::Step RelayRequest::cancel()
{
    return m_wish ? finish(Step::Failed) : Step::Nothing;
}

RelayRequest::Step RelayRequest::finish(Step step)
{
    m_wish.reset();
    m_queryDue.reset();
    return step;
}

void RelayRequest::sent(Time now)
{
    m_queryDue = now + m_options.relayQueryAfter;
}

} // namespace outlet
