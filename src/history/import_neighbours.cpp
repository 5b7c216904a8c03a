// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/import_neighbours.h"

#include <algorithm>

namespace outlet {

using Grain = BucketSource::Grain;

ImportNeighbours::ImportNeighbours(SqlConnection &connection, qint64 nowUtcMs)
    : m_connection(connection)
    , m_raw(connection)
    , m_nowUtcMs(nowUtcMs)
{
}

SqlOutcome ImportNeighbours::setOutlet(const QString &outletId)
{
    const auto key = m_raw.keyOf(outletId);
    if (!key)
        return key.error();
    m_key = *key;
    m_window = {};
    m_measured.clear();
    m_imported.clear();
    return std::nullopt;
}

SqlOutcome ImportNeighbours::look(TimeRange range)
{
    const bool isCoarse = range.startUtcMs % kQuarterMs == 0 && range.endUtcMs % kQuarterMs == 0;
    const Grain grain = isCoarse ? Grain::Quarter : Grain::Minute;
    const bool isInside =
        range.startUtcMs >= m_window.startUtcMs && range.endUtcMs <= m_window.endUtcMs;
    if (!m_key || (isInside && (grain == m_grain || m_grain == Grain::Minute)))
        return std::nullopt;
    constexpr qint64 days = 32;
    m_grain = grain;
    m_window.startUtcMs = dayOf(range.startUtcMs) * kDayMs;
    m_window.endUtcMs = std::max(m_window.startUtcMs + days * kDayMs, range.endUtcMs);
    if (!m_sessions) {
        auto sessions = m_raw.sessions(m_nowUtcMs);
        if (!sessions)
            return sessions.error();
        m_sessions = *std::move(sessions);
    }
    m_measured.clear();
    BucketSource source(m_connection, m_raw, *m_sessions, BucketSource::Layers::MeasuredOnly);
    const qint64 bucketMs = grain == Grain::Quarter ? kQuarterMs : kMinuteMs;
    const SqlOutcome failure = source.visit(
        *m_key, m_window, grain, [&](qint64 startUtcMs, std::span<const EnergyBucket> buckets) {
            for (const EnergyBucket &bucket : buckets) {
                const qint64 end = startUtcMs + bucketMs;
                if (bucket.isKnown() || bucket.joules != 0) {
                    if (!m_measured.isEmpty() && m_measured.constLast().endUtcMs == startUtcMs)
                        m_measured.last().endUtcMs = end;
                    else
                        m_measured.append({startUtcMs, end});
                }
                startUtcMs = end;
            }
        });
    if (failure)
        return failure;
    const auto imported = importedEnergy(m_connection, *m_key, m_window);
    if (!imported)
        return imported.error();
    m_imported.clear();
    for (const ImportedEnergy &row : *imported)
        m_imported.append(row.range);
    return std::nullopt;
}

bool ImportNeighbours::isMeasured(TimeRange range) const
{
    const auto after =
        std::lower_bound(m_measured.cbegin(), m_measured.cend(), range.startUtcMs,
                         [](const TimeRange &one, qint64 start) { return one.endUtcMs <= start; });
    return after != m_measured.cend() && after->startUtcMs < range.endUtcMs;
}

QList<TimeRange> ImportNeighbours::imported(TimeRange range) const
{
    QList<TimeRange> found;
    // Long ones may begin long before: rows of an outlet hardly ever lie over each other, so that
    // the first one that ends before the range ends the search among those of its length.
    auto it =
        std::lower_bound(m_imported.cbegin(), m_imported.cend(), range.endUtcMs,
                         [](const TimeRange &one, qint64 end) { return one.startUtcMs < end; });
    while (it != m_imported.cbegin()) {
        --it;
        if (it->endUtcMs > range.startUtcMs)
            found.prepend(*it);
        else if (it->startUtcMs < range.startUtcMs - kDayMs)
            break;
    }
    return found;
}

} // namespace outlet
