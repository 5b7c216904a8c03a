// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "server/liveness.h"

#include <algorithm>

namespace outlet {

Liveness::Liveness(const ServerOptions &options)
    : m_options(options)
{
}

void Liveness::expect(Time now)
{
    if (m_hasLink)
        return;
    m_state = LinkState::Connecting;
    m_graceEnds = now + m_options.expectedGrace;
}

void Liveness::linkOpened(Time now)
{
    m_hasLink = true;
    m_graceEnds.reset();
    m_answerDue.reset(); // asked on another link, if at all
    heard(now);
}

void Liveness::linkClosed(Time now)
{
    if (!m_hasLink)
        return;
    m_hasLink = false;
    m_answerDue.reset();
    m_missed = 0;
    if (m_state == LinkState::Offline)
        return; // it was closed because it is offline
    m_state = LinkState::Silent;
    m_graceEnds = now + m_options.closedGrace;
}

void Liveness::heard(Time now)
{
    m_lastHeard = now;
    m_missed = 0;
    m_answerDue.reset();
    m_state = LinkState::Online;
}

void Liveness::asked(Time now)
{
    if (!m_answerDue)
        m_answerDue = now + m_options.answerDeadline;
}

void Liveness::advance(Time now)
{
    if (!m_hasLink) {
        if (m_graceEnds && now >= *m_graceEnds) {
            m_graceEnds.reset();
            m_state = LinkState::Offline;
        }
        return;
    }
    if (m_answerDue && now >= *m_answerDue) {
        m_answerDue.reset();
        ++m_missed;
    }
    const Time quiet = now - m_lastHeard;
    if (m_missed >= m_options.missedForOffline && quiet >= m_options.quietForOffline)
        m_state = LinkState::Offline;
    else if (m_missed >= m_options.missedForSilent && quiet >= m_options.quietForSilent)
        m_state = LinkState::Silent;
}

std::optional<Liveness::Time> Liveness::nextDue() const
{
    if (!m_hasLink)
        return m_graceEnds;
    std::optional<Time> due = m_answerDue;
    const auto sooner = [&due](Time time) { due = due ? std::min(*due, time) : time; };
    if (m_state == LinkState::Online && m_missed >= m_options.missedForSilent)
        sooner(m_lastHeard + m_options.quietForSilent);
    if (m_state != LinkState::Offline && m_missed >= m_options.missedForOffline)
        sooner(m_lastHeard + m_options.quietForOffline);
    return due;
}

} // namespace outlet
