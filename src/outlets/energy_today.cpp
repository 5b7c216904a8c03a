// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "outlets/energy_today.h"

#include <QtCore/QDateTime>
#include <algorithm>

namespace outlet {

void EnergyToday::turnTo(qint64 utcMs)
{
    if (!isSameDay(utcMs)) {
        // startOfDay() knows the days that are 23 or 25 hours long.
        const QDate day = QDateTime::fromMSecsSinceEpoch(utcMs).date();
        m_dayStartUtcMs = day.startOfDay().toMSecsSinceEpoch();
        m_dayEndUtcMs = day.addDays(1).startOfDay().toMSecsSinceEpoch();
        m_joules = 0;
    }
}

void EnergyToday::add(qint64 joules, qint64 seconds, qint64 utcMs)
{
    turnTo(utcMs);
    // Whatever the wire says: no report reaches further back than a week.
    const qint64 lengthMs = std::clamp<qint64>(seconds, 0, 7 * 24 * 3600) * 1000;
    const qint64 beforeMs = m_dayStartUtcMs - (utcMs - lengthMs);
    if (beforeMs > 0 && lengthMs > 0) {
        // As the history cuts it: what lies before the border is rounded down. In two steps, as
        // the product would not fit.
        joules -= joules / lengthMs * beforeMs + joules % lengthMs * beforeMs / lengthMs;
    }
    m_joules += joules;
}

void EnergyToday::seed(qint64 joules, qint64 utcMs)
{
    turnTo(utcMs);
    m_joules += joules;
}

qint64 EnergyToday::joules(qint64 utcMs) const
{
    return isSameDay(utcMs) ? m_joules : 0;
}

} // namespace outlet
