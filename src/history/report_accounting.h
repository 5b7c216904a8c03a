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

    /// Takes over what was let go of, when needsOlder() asks for it: reports that the file holds up
    /// to olderUntilUtcMs(), in any order.
    void restoreOlder(QList<Span> spans);

    /// What is wrong with \a report whatever came before it ("report-negative", "report-too-long",
    /// "report-implausible"); empty when nothing is.
    [[nodiscard]] static QString refusalOf(const MeasuredReport &report);
    /// True when \a report finds its place only with knowledge that letGo() gave away.
    [[nodiscard]] bool needsOlder(const MeasuredReport &report) const;
    /// The latest end of what was let go of and may still matter.
    [[nodiscard]] std::optional<qint64> olderUntilUtcMs() const { return m_olderUntilUtcMs; }
    /// Gives \a report its place, moving earlier ones if need be. Returns the kind of refusal
    /// (refusalOf(), or "report-too-long" when there was not so much time) and changes nothing, or
    /// an empty text. Not while needsOlder().
    [[nodiscard]] QString add(const MeasuredReport &report);

    /// Ascending by end; those of the last kWindowMs but for what was let go of. Those that are not
    /// isUnchanged() were added or moved since they were stored.
    [[nodiscard]] const QList<Span> &spans() const { return m_spans; }
    /// When what \a report counts began at the earliest, should it not have been held up: clocks
    /// and networks jitter.
    [[nodiscard]] static qint64 earliestStartUtcMs(const MeasuredReport &report);
    /// How much two neighbouring reports of this length may overlap: outlets and networks jitter.
    [[nodiscard]] static qint64 slackMs(qint64 durationMs);
    /// How many times a report was moved for a later one so far: what placing costs.
    [[nodiscard]] qint64 moves() const { return m_moves; }
    /// To be called when everything was written: from now on it is stored where it is. Forgets what
    /// is older than the window.
    void allStored();
    /// Lets go of all but the newest \a most, to save memory: the file has them. After allStored().
    void letGo(qsizetype most);

private:
    /// How many of the newest spans have to be laid back to back before a new one over
    /// [startUtcMs, …) and what overlap stays then.
    struct Room
    {
        qsizetype toMove = 0;
        qint64 overlapMs = 0;
    };
    /// Empty when that depends on what was let go of.
    [[nodiscard]] std::optional<Room> roomBefore(qint64 startUtcMs, qint64 oldestUtcMs,
                                                 qint64 slack) const;
    /// When \a report counts as arrived; empty when the clock was set back before.
    [[nodiscard]] std::optional<qint64> arrivalOf(const MeasuredReport &report) const;

    QList<Span> m_spans;
    std::optional<qint64> m_olderUntilUtcMs;
    qint64 m_moves = 0;
    std::optional<qint64> m_lastArrivalUtcMs;
};

} // namespace outlet
