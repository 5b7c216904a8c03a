// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/reading_filter.h"

#include <cmath>
#include <cstdlib>
#include <utility>

namespace outlet {

/// More than 0.5 % of \a before, and more than \a least.
static bool differs(const std::optional<qint64> &before, const std::optional<qint64> &now,
                    qint64 least)
{
    if (!before || !now)
        return before.has_value() != now.has_value();
    const qint64 difference = std::abs(*now - *before);
    return difference > least && difference * 200 > std::abs(*before);
}

bool ReadingFilter::differsFromStored(const RawReading &reading) const
{
    constexpr qint64 leastMilliwatts = 10;
    constexpr qint64 leastDecivolts = 0;
    return differs(m_stored->milliwatts, reading.milliwatts, leastMilliwatts) ||
           differs(m_stored->decivolts, reading.decivolts, leastDecivolts);
}

QList<RawReading> ReadingFilter::add(const RawReading &reading)
{
    const bool isFirst = !m_stored || reading.utcMs < m_stored->utcMs;
    const bool isChange = !isFirst && differsFromStored(reading);
    if (!isFirst && !isChange && reading.utcMs - m_stored->utcMs < kHeartbeatMs) {
        m_skipped = reading;
        return {};
    }
    QList<RawReading> rows;
    // The old value held until just before: without this a step would be drawn as a slope.
    if (isChange && m_skipped && m_skipped->utcMs < reading.utcMs)
        rows.append(*m_skipped);
    m_skipped.reset();
    m_stored = reading;
    rows.append(reading);
    return rows;
}

std::optional<RawReading> ReadingFilter::takeSkipped(qint64 utcMs)
{
    if (!m_skipped || m_skipped->utcMs >= utcMs)
        return std::nullopt;
    m_stored = m_skipped;
    return std::exchange(m_skipped, std::nullopt);
}

} // namespace outlet
