// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QString>
#include <chrono>

namespace outlet {

/// Says whether an event of a kind may be logged now: the first of a kind may, then one per period.
/// What was held back is counted, so that the next line can say how many there were. Remembers at
/// most \a maxKinds kinds (hostile peers could invent kinds for ever); beyond that all share one.
class RateLimiter
{
public:
    explicit RateLimiter(std::chrono::milliseconds period = std::chrono::minutes(10),
                         int maxKinds = 64);

    /// The number of events of this kind since the last one that was allowed, this one included;
    /// 0 when this one should not be logged. \a now is monotonic time.
    [[nodiscard]] quint64 allow(const QString &kind, std::chrono::milliseconds now);

private:
    struct Kind
    {
        std::chrono::milliseconds allowedAgainAt{0};
        quint64 held = 0;
    };

    std::chrono::milliseconds m_period;
    int m_maxKinds;
    QHash<QString, Kind> m_kinds;
};

} // namespace outlet
