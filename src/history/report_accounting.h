// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <optional>

#include "history/measured.h"

namespace outlet {

/// Decides over which time each energy report of one outlet counts. Pure: no file, no clock; the
/// same reports give the same spans.
///
/// A report is an increment that was measured before it arrived, so its span ends when it arrived.
/// Several that arrive together after a stall were measured one after the other: the newest keeps
/// its place and the earlier ones move back into time that no report covers. Nothing is squeezed or
/// left out; only a report over more time than there was is refused.
class ReportAccounting
{
public:
    /// How far back reports are moved and free time is looked for; the longest report too.
    static constexpr qint64 kWindowMs = 24 * 3600 * 1000;
    /// Reports may claim so much more time than has passed: clocks differ.
    static constexpr qint64 kPassedSlackMs = 60 * 1000;

    /// One report in its place.
    struct Span
    {
        qint64 endUtcMs = 0;
        qint64 durationMs = 0;
        qint64 joules = 0;
        /// Where the file has it; empty = not written yet. The owner of the file keeps this up.
        std::optional<qint64> storedEndUtcMs;
        qint64 arrivalUtcMs = 0; ///< 0 = not known any more (read from a sealed hour)
        /// From before the clock was set back: it stays where it is and takes no room.
        bool isOfEarlierClock = false;

        [[nodiscard]] qint64 startUtcMs() const { return endUtcMs - durationMs; }
        [[nodiscard]] bool isUnchanged() const { return storedEndUtcMs == endUtcMs; }
        /// False when it neither moves nor keeps others from a place.
        [[nodiscard]] bool takesRoom() const { return durationMs > 0 && !isOfEarlierClock; }
        friend bool operator==(const Span &, const Span &) = default;
    };

    /// Takes over what the file holds of the time before: reports of the last kWindowMs, in any
    /// order, all of them stored.
    void restore(QList<Span> spans);

    /// Gives \a report its place, moving earlier ones if need be. Returns the kind of refusal
    /// ("report-negative", "report-too-long", "report-implausible") and changes nothing, or an
    /// empty text.
    [[nodiscard]] QString add(const MeasuredReport &report);

    /// Ascending by end; at least those of the last kWindowMs. Those that are not isUnchanged()
    /// were added or moved since they were stored.
    [[nodiscard]] const QList<Span> &spans() const { return m_spans; }
    /// When what \a report counts began at the earliest, should it not have been held up: clocks
    /// and networks jitter.
    [[nodiscard]] static qint64 earliestStartUtcMs(const MeasuredReport &report);
    /// How much two neighbouring reports of this length may overlap: outlets and networks jitter.
    [[nodiscard]] static qint64 slackMs(qint64 durationMs);
    /// To be called when everything was written: from now on it is stored where it is. Forgets what
    /// is older than the window.
    void allStored();

private:
    /// How many of the newest spans have to be laid back to back before a new one over
    /// [startUtcMs, …) and what overlap stays then.
    struct Room
    {
        qsizetype toMove = 0;
        qint64 overlapMs = 0;
    };
    [[nodiscard]] Room roomBefore(qint64 startUtcMs, qint64 oldestUtcMs, qint64 slack) const;

    QList<Span> m_spans;
    std::optional<qint64> m_lastArrivalUtcMs;
};

} // namespace outlet
