// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/link_history.h"

#include <algorithm>

namespace outlet {

namespace {

void addLink(LinkAnswer &answer, TimeRange range, LinkSpan::State state)
{
    if (range.isEmpty())
        return;
    if (!answer.spans.isEmpty() && answer.spans.constLast().state == state)
        answer.spans.last().range.endUtcMs = range.endUtcMs;
    else
        answer.spans.append({range, state});
}

void addSignal(LinkAnswer &answer, TimeRange range, int dbm)
{
    const bool continues = !answer.signal.isEmpty() && answer.signal.constLast().dbm == dbm &&
                           answer.signal.constLast().range.endUtcMs == range.startUtcMs;
    if (continues)
        answer.signal.last().range.endUtcMs = range.endUtcMs;
    else
        answer.signal.append({range, dbm});
}

/// Time of which no state says anything: the program did not run, or the outlet was not heard.
void addUnsaid(LinkAnswer &answer, const Sessions &sessions, TimeRange range)
{
    qint64 at = range.startUtcMs;
    for (const TimeRange &session : sessions) {
        const qint64 start = std::clamp(session.startUtcMs, at, range.endUtcMs);
        const qint64 end = std::clamp(session.endUtcMs, start, range.endUtcMs);
        addLink(answer, {at, start}, LinkSpan::State::NotRecording);
        addLink(answer, {start, end}, LinkSpan::State::Offline);
        at = end;
    }
    addLink(answer, {at, range.endUtcMs}, LinkSpan::State::NotRecording);
}

} // namespace

LinkAnswer linkAnswer(const QList<RawState> &states, const Sessions &sessions, TimeRange range,
                      qint64 nowUtcMs)
{
    LinkAnswer answer;
    answer.asOfUtcMs = nowUtcMs;
    range.endUtcMs = std::min(range.endUtcMs, nowUtcMs);
    if (states.isEmpty() || range.isEmpty())
        return answer;
    qint64 at = std::max(range.startUtcMs, states.constFirst().utcMs);
    for (const RelaySpan &span : relaySpans(states, sessions, range)) {
        addUnsaid(answer, sessions, {at, span.range.startUtcMs});
        addLink(answer, span.range,
                span.connected ? LinkSpan::State::Online : LinkSpan::State::Offline);
        if (span.connected && span.signalDbm)
            addSignal(answer, span.range, *span.signalDbm);
        at = span.range.endUtcMs;
    }
    addUnsaid(answer, sessions, {at, range.endUtcMs});
    return answer;
}

} // namespace outlet
