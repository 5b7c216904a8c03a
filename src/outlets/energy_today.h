// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QtGlobal>

namespace outlet {

/// Adds up joules since local midnight. A value type without a clock of its own.
class EnergyToday
{
public:
    /// Counts \a joules that were reported at \a utcMs over the \a seconds before; of a report that
    /// reaches over midnight the part of this day.
    void add(qint64 joules, qint64 seconds, qint64 utcMs);
    /// Adds what was counted before this process began, of the local day that \a utcMs lies in.
    void seed(qint64 joules, qint64 utcMs);
    /// The joules of the local day that \a utcMs lies in.
    [[nodiscard]] qint64 joules(qint64 utcMs) const;

private:
    void turnTo(qint64 utcMs);
    [[nodiscard]] bool isSameDay(qint64 utcMs) const
    {
        return utcMs >= m_dayStartUtcMs && utcMs < m_dayEndUtcMs;
    }

    qint64 m_joules = 0;
    qint64 m_dayStartUtcMs = 0;
    qint64 m_dayEndUtcMs = 0;
};

} // namespace outlet
