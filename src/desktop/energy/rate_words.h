// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QCoreApplication>

#include "tariff/tariff.h"

namespace outlet {

/// Prices and their times in words. Functions without state.
class RateWords
{
    Q_DECLARE_TR_FUNCTIONS(outlet::RateWords)
public:
    /// The price that holds at an instant.
    struct Now
    {
        QString text;           ///< "Peak now · $0.24/kWh until 9:00 PM"
        bool isDearest = false; ///< of its plan
        qint64 untilUtcMs = 0;
    };

    /// Empty without prices, and where one price holds all the time.
    [[nodiscard]] static std::optional<Now> now(const Tariff &tariff, const LocalCalendar &calendar,
                                                const QString &currency, qint64 nowUtcMs);

    /// When a period of \a plan holds, in the grid of a date: "4 PM to 9 PM", "Mon to Fri, 4 PM to
    /// 9 PM", "Other times" for the one that holds most of the week; "All day" when it is the only
    /// one; empty when it never holds or when that is not said so shortly.
    [[nodiscard]] static QString times(const PricePlan &plan, int period, QDate date);
};

} // namespace outlet
