// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "base/rate_limiter.h"

#include <utility>

namespace outlet {

RateLimiter::RateLimiter(std::chrono::milliseconds period, int maxKinds)
    : m_period(period)
    , m_maxKinds(maxKinds)
{
}

quint64 RateLimiter::allow(const QString &kind, std::chrono::milliseconds now)
{
    const bool remembered = m_kinds.contains(kind) || m_kinds.size() < m_maxKinds;
    Kind &entry = m_kinds[remembered ? kind : QString()];
    ++entry.held;
    if (now < entry.allowedAgainAt)
        return 0;
    entry.allowedAgainAt = now + m_period;
    return std::exchange(entry.held, 0);
}

} // namespace outlet
