// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/outlet_books.h"

#include <algorithm>

namespace outlet {

bool ReportAllowance::covers(const MeasuredReport &report)
{
    if (m_atUtcMs && report.arrivalUtcMs < *m_atUtcMs - ReportAccounting::kPassedSlackMs) {
        // The clock was set back: what was counted before says nothing about now.
        m_leftMs = ReportAccounting::kWindowMs;
        m_atUtcMs.reset();
    }
    if (m_atUtcMs && report.arrivalUtcMs > *m_atUtcMs)
        m_leftMs =
            std::min(m_leftMs + report.arrivalUtcMs - *m_atUtcMs, ReportAccounting::kWindowMs);
    m_atUtcMs = std::max(m_atUtcMs.value_or(report.arrivalUtcMs), report.arrivalUtcMs);
    const qint64 durationMs = report.seconds * 1000;
    const qint64 slack =
        std::max(ReportAccounting::slackMs(durationMs), ReportAccounting::kPassedSlackMs);
    return durationMs <= m_leftMs + slack;
}

void ReportAllowance::take(const MeasuredReport &report)
{
    m_leftMs = std::max<qint64>(0, m_leftMs - report.seconds * 1000);
}

bool OutletBooks::wasOff(qint64 startUtcMs, qint64 endUtcMs) const
{
    for (qsizetype i = states.size() - 1; i >= 0; --i) {
        const RawState &state = states.at(i);
        if (state.utcMs >= endUtcMs)
            continue;
        if (!state.connected || state.relayOn != false)
            return false;
        if (state.utcMs <= startUtcMs)
            return true;
    }
    return false; // nothing is known of its beginning
}

void OutletBooks::addState(const RawState &state)
{
    if (!states.isEmpty() && state.utcMs < states.constLast().utcMs)
        states.clear(); // the clock was set back: the order of before means nothing any more
    states.append(state);
    // One from before the window tells what it began with.
    const qint64 oldest = state.utcMs - 2 * ReportAccounting::kWindowMs;
    while (states.size() > 1 && states.at(1).utcMs < oldest)
        states.removeFirst();
}

} // namespace outlet
