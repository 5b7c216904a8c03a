// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/report_accounting.h"

#include <algorithm>
#include <limits>

#include "protocol/measurement.h"

namespace outlet {

/// A clock that was set back by more than this begins a new count of time: what was recorded under
/// the old one says nothing about free time under the new one.
static constexpr qint64 kClockSetBackMs = 60 * 1000;

static void sortByEnd(QList<ReportAccounting::Span> &spans)
{
    const auto isEarlier = [](const ReportAccounting::Span &a, const ReportAccounting::Span &b) {
        return a.endUtcMs < b.endUtcMs;
    };
    // They nearly always are in order, and looking is cheaper.
    if (!std::is_sorted(spans.cbegin(), spans.cend(), isEarlier))
        std::stable_sort(spans.begin(), spans.end(), isEarlier);
}

void ReportAccounting::restore(QList<Span> spans)
{
    m_spans = std::move(spans);
    sortByEnd(m_spans);
    m_lastArrivalUtcMs.reset();
    if (!m_spans.isEmpty())
        m_lastArrivalUtcMs = m_spans.constLast().endUtcMs;
}

qint64 ReportAccounting::earliestStartUtcMs(const MeasuredReport &report)
{
    const qint64 durationMs = std::clamp<qint64>(report.seconds, 0, kWindowMs / 1000) * 1000;
    return report.arrivalUtcMs - durationMs - slackMs(durationMs);
}

qint64 ReportAccounting::slackMs(qint64 durationMs)
{
    return std::max<qint64>(5000, durationMs / 20);
}

void ReportAccounting::restoreOlder(QList<Span> spans)
{
    sortByEnd(spans);
    m_spans = std::move(spans) + m_spans;
    m_olderUntilUtcMs.reset();
}

QString ReportAccounting::refusalOf(const MeasuredReport &report)
{
    if (report.joules < 0 || report.seconds < 0)
        return QStringLiteral("report-negative");
    if (report.seconds > kWindowMs / 1000)
        return QStringLiteral("report-too-long");
    protocol::PlausibleLimits limits = protocol::plausibleLimits(std::nullopt);
    if (report.mostWatts)
        limits.powerWatts = *report.mostWatts;
    if (!protocol::isPlausibleReport(report.joules, report.seconds, limits))
        return QStringLiteral("report-implausible");
    return {};
}

std::optional<qint64> ReportAccounting::arrivalOf(const MeasuredReport &report) const
{
    if (!m_lastArrivalUtcMs || report.arrivalUtcMs >= *m_lastArrivalUtcMs)
        return report.arrivalUtcMs;
    if (report.arrivalUtcMs < *m_lastArrivalUtcMs - kClockSetBackMs)
        return std::nullopt;
    return m_lastArrivalUtcMs; // corrected by a little: time stands still for it
}

bool ReportAccounting::needsOlder(const MeasuredReport &report) const
{
    const auto arrivalUtcMs = arrivalOf(report);
    if (!m_olderUntilUtcMs || !arrivalUtcMs || report.seconds == 0 || !refusalOf(report).isEmpty())
        return false;
    const qint64 durationMs = report.seconds * 1000;
    return !roomBefore(*arrivalUtcMs - durationMs, *arrivalUtcMs - kWindowMs, slackMs(durationMs));
}

QString ReportAccounting::add(const MeasuredReport &report)
{
    if (const QString refusal = refusalOf(report); !refusal.isEmpty())
        return refusal;
    const auto sameClock = arrivalOf(report);
    const qint64 arrivalUtcMs = sameClock.value_or(report.arrivalUtcMs);
    const qint64 durationMs = report.seconds * 1000;
    const qint64 slack = slackMs(durationMs);
    qint64 cursor = arrivalUtcMs - durationMs;
    // Under a clock that was set back everything before takes no room.
    if (durationMs > 0 && sameClock) {
        const Room room = roomBefore(cursor, arrivalUtcMs - kWindowMs, slack)
                              .value_or(Room{0, std::numeric_limits<qint64>::max()});
        if (room.overlapMs > std::max(slack, kPassedSlackMs))
            return QStringLiteral("report-too-long");
        m_moves += room.toMove;
        // Newest first.
        qsizetype left = room.toMove;
        for (qsizetype i = m_spans.size() - 1; left > 0; --i) {
            Span &span = m_spans[i];
            if (!span.takesRoom())
                continue;
            span.endUtcMs = cursor;
            cursor = span.startUtcMs();
            --left;
        }
        if (room.toMove > 0)
            sortByEnd(m_spans);
    } else if (!sameClock) {
        for (Span &span : m_spans)
            span.isOfEarlierClock = true;
        m_olderUntilUtcMs.reset();
    }
    m_lastArrivalUtcMs = arrivalUtcMs;
    m_spans.append({arrivalUtcMs, durationMs, report.joules, std::nullopt, report.arrivalUtcMs});
    return {};
}

std::optional<ReportAccounting::Room>
ReportAccounting::roomBefore(qint64 startUtcMs, qint64 oldestUtcMs, qint64 slack) const
{
    // A place is better than one found before only by more than clocks jitter: otherwise hours of
    // reports would be moved for the sake of milliseconds.
    constexpr qint64 worthMovingMs = 1000;
    std::optional<Room> best;
    const auto offer = [&best](qsizetype toMove, qint64 overlapMs) {
        if (!best || overlapMs < best->overlapMs - worthMovingMs)
            best = Room{toMove, overlapMs};
    };
    qsizetype moved = 0;
    qint64 cursor = startUtcMs;
    for (qsizetype i = m_spans.size() - 1; i >= 0; --i) {
        const Span &span = m_spans.at(i);
        if (!span.takesRoom())
            continue;
        const qint64 overlap = span.endUtcMs - cursor;
        if (overlap <= slack)
            return Room{moved, std::max<qint64>(overlap, 0)};
        if (span.endUtcMs <= oldestUtcMs)
            break;
        offer(moved, overlap);
        if (span.startUtcMs() < oldestUtcMs)
            return best; // it reaches out of the time in which things are moved
        cursor -= span.durationMs;
        ++moved;
    }
    if (m_olderUntilUtcMs && *m_olderUntilUtcMs > oldestUtcMs) {
        const qint64 overlap = *m_olderUntilUtcMs - cursor;
        if (overlap > slack)
            return std::nullopt;
        return Room{moved, std::max<qint64>(overlap, 0)};
    }
    offer(moved, std::max<qint64>(oldestUtcMs - cursor, 0));
    return best;
}

void ReportAccounting::allStored()
{
    if (m_spans.isEmpty())
        return;
    for (Span &span : m_spans)
        span.storedEndUtcMs = span.endUtcMs;
    const qint64 oldest = m_lastArrivalUtcMs.value_or(m_spans.constLast().endUtcMs) - kWindowMs;
    m_spans.removeIf(
        [oldest](const Span &span) { return span.endUtcMs <= oldest || span.isOfEarlierClock; });
    if (m_olderUntilUtcMs && *m_olderUntilUtcMs <= oldest)
        m_olderUntilUtcMs.reset();
}

void ReportAccounting::letGo(qsizetype most)
{
    qsizetype first = m_spans.size() - most;
    // What ends at the same instant stays together: the border is an instant.
    while (first > 0 && m_spans.at(first).endUtcMs == m_spans.at(first - 1).endUtcMs)
        --first;
    if (first <= 0)
        return;
    m_olderUntilUtcMs = m_spans.at(first - 1).endUtcMs;
    m_spans = m_spans.sliced(first); // a list of its own, without room to spare
}

} // namespace outlet
