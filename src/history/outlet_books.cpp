// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/outlet_books.h"

namespace outlet {

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
