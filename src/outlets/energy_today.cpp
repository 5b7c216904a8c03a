// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "outlets/energy_today.h"

#include <QtCore/QDateTime>

namespace outlet {

void EnergyToday::add(qint64 joules, qint64 utcMs)
{
    if (!isSameDay(utcMs)) {
        // startOfDay() knows the days that are 23 or 25 hours long.
        const QDate day = QDateTime::fromMSecsSinceEpoch(utcMs).date();
        m_dayStartUtcMs = day.startOfDay().toMSecsSinceEpoch();
        m_dayEndUtcMs = day.addDays(1).startOfDay().toMSecsSinceEpoch();
        m_joules = 0;
    }
    m_joules += joules;
}

qint64 EnergyToday::joules(qint64 utcMs) const
{
    return isSameDay(utcMs) ? m_joules : 0;
}

} // namespace outlet
