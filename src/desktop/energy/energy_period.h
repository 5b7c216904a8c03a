// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QString>

#include "base/local_calendar.h"

namespace outlet {

/// A local day, week, month or year that the Energy page shows. Months are billing months: they
/// begin on the tariff's billing day, and so does the year made of them. A value type.
class EnergyPeriod
{
    Q_DECLARE_TR_FUNCTIONS(outlet::EnergyPeriod)
public:
    enum class Kind { Week, Month, Year, Day };

    EnergyPeriod() = default;
    /// The period of this kind that an instant lies in. \a billingDay is 1 to 28.
    EnergyPeriod(Kind kind, qint64 utcMs, const LocalCalendar &calendar, int billingDay);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] const LocalCalendar &calendar() const { return m_calendar; }
    [[nodiscard]] TimeRange range() const { return m_range; }
    /// What its bars stand for: hours, days or months.
    [[nodiscard]] CalendarUnit unit() const;
    /// The borders of its bars.
    [[nodiscard]] QList<qint64> edges() const;
    [[nodiscard]] EnergyPeriod previous() const;
    [[nodiscard]] EnergyPeriod next() const;
    /// The same place in time as another kind of period.
    [[nodiscard]] EnergyPeriod as(Kind kind, qint64 utcMs) const;

    /// "November 2025", "Nov 16 to Nov 22, 2025", "2025", "Mon, Nov 17, 2025".
    [[nodiscard]] QString title() const;
    /// What it is called beside the one before it: "November", "2025"; empty for days and weeks,
    /// and for months that do not begin on the 1st.
    [[nodiscard]] QString shortName() const;
    /// As what the one before it is called in a comparison: "October", "last week" or, where
    /// \a isCurrent is false, "the week before"; "2024"; "yesterday" or "the day before".
    [[nodiscard]] QString nameOfPrevious(bool isCurrent) const;

private:
    Kind m_kind = Kind::Month;
    LocalCalendar m_calendar;
    int m_billingDay = 1;
    TimeRange m_range;
};

} // namespace outlet
