// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/report_accounting.h"

#include <algorithm>

#include "protocol/measurement.h"

namespace outlet {

/// A clock that was set back by more than this begins a new count of time: what was recorded under
/// the old one says nothing about free time under the new one.
static constexpr qint64 kClockSetBackMs = 60 * 1000;

static void sortByEnd(QList<ReportAccounting::Span> &spans)
{
    std::stable_sort(spans.begin(), spans.end(),
                     [](const auto &a, const auto &b) { return a.endUtcMs < b.endUtcMs; });
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

QString ReportAccounting::add(const MeasuredReport &report)
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

    qint64 arrivalUtcMs = report.arrivalUtcMs;
    QList<Span> before = m_spans;
    if (m_lastArrivalUtcMs && arrivalUtcMs < *m_lastArrivalUtcMs) {
        if (arrivalUtcMs < *m_lastArrivalUtcMs - kClockSetBackMs) {
            for (Span &span : m_spans)
                span.isOfEarlierClock = true;
        } else {
            arrivalUtcMs = *m_lastArrivalUtcMs; // corrected by a little: time stands still for it
        }
    }

    const qint64 durationMs = report.seconds * 1000;
    const qint64 slack = slackMs(durationMs);
    qint64 cursor = arrivalUtcMs - durationMs;
    if (durationMs > 0) {
        const Room room = roomBefore(cursor, arrivalUtcMs - kWindowMs, slack);
        if (room.overlapMs > std::max(slack, kPassedSlackMs)) {
            m_spans = std::move(before);
            return QStringLiteral("report-too-long");
        }
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
    }
    m_lastArrivalUtcMs = arrivalUtcMs;
    m_spans.append({arrivalUtcMs, durationMs, report.joules, std::nullopt, report.arrivalUtcMs});
    return {};
}

ReportAccounting::Room ReportAccounting::roomBefore(qint64 startUtcMs, qint64 oldestUtcMs,
                                                    qint64 slack) const
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
            return {moved, std::max<qint64>(overlap, 0)};
        if (span.endUtcMs <= oldestUtcMs)
            break;
        offer(moved, overlap);
        if (span.startUtcMs() < oldestUtcMs)
            return *best; // it reaches out of the time in which things are moved
        cursor -= span.durationMs;
        ++moved;
    }
    offer(moved, std::max<qint64>(oldestUtcMs - cursor, 0));
    return *best;
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
}

} // namespace outlet
