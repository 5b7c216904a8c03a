// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "history/minute_buckets.h"

namespace outlet {

/// What a history says about the link of one outlet over some time, at most some days.
struct LinkQuery
{
    static constexpr qint64 kLongestMs = 8LL * 24 * 3600 * 1000;

    QString outletId;
    TimeRange range;
};

/// Whether there was a link.
struct LinkSpan
{
    enum class State { Online, Offline, NotRecording };
    TimeRange range;
    State state = State::NotRecording;

    friend bool operator==(const LinkSpan &a, const LinkSpan &b)
    {
        return a.range.startUtcMs == b.range.startUtcMs && a.range.endUtcMs == b.range.endUtcMs &&
               a.state == b.state;
    }
};

/// The signal was about this strong: a change is recorded from 5 dBm on.
struct SignalSpan
{
    TimeRange range;
    int dbm = 0;

    friend bool operator==(const SignalSpan &a, const SignalSpan &b)
    {
        return a.range.startUtcMs == b.range.startUtcMs && a.range.endUtcMs == b.range.endUtcMs &&
               a.dbm == b.dbm;
    }
};

struct LinkAnswer
{
    /// Ascending and without holes, from the outlet's first contact (or the beginning of the range)
    /// to the end of the range or asOfUtcMs. Empty when nothing is known.
    QList<LinkSpan> spans;
    QList<SignalSpan> signal; ///< ascending; where the signal was not told there is none
    qint64 asOfUtcMs = 0;
};

/// The answer from raw rows; \a states begin with the one that held when \a range began.
[[nodiscard]] LinkAnswer linkAnswer(const QList<RawState> &states, const Sessions &sessions,
                                    TimeRange range, qint64 nowUtcMs);

} // namespace outlet
