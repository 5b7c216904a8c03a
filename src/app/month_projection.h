// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "app/energy_source.h"

namespace outlet {

/// What days have used, half hour by half hour, to say what days to come will use. A value type.
class MonthProjection
{
public:
    /// The past that it looks at.
    static constexpr int kDays = 28;

    /// The half hours of the last kDays local days before that of \a nowUtcMs: what to ask for.
    [[nodiscard]] static QList<qint64> edges(qint64 nowUtcMs, const LocalCalendar &calendar);

    /// Adds rows of some outlets (their total), one for each pair of edges().
    void add(const QList<EnergyRow> &rows);
    /// To be called when all was added. A day counts when nearly as much is known of it as of the
    /// best one: neither the day on which an outlet came, nor one of which hours are missing.
    void finish(const LocalCalendar &calendar);

    /// Days that count.
    [[nodiscard]] int dayCount() const { return m_dayCount; }
    /// What will be used from \a range's start to its end, and what it will cost at the prices that
    /// hold then. Each day is taken to be like the mean of its weekday when three of each are
    /// known, else like the mean of all. Empty when no day counts.
    [[nodiscard]] std::optional<EnergyFigure> expected(TimeRange range, const Tariff &tariff,
                                                       const LocalCalendar &calendar) const;

private:
    using Profile = std::array<double, 48>; ///< joules by half hour

    QList<EnergyRow> m_rows;
    std::array<Profile, 7> m_byWeekday{};
    int m_dayCount = 0;
};

} // namespace outlet
