// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QDate>
#include <QtCore/QLocale>
#include <QtCore/QString>
#include <optional>

#include "desktop/ui.h"
#include "tariff/tariff.h"

namespace outlet {

/// What is said of price plans, in the default locale. Functions without state.
class PlanWords
{
    Q_DECLARE_TR_FUNCTIONS(outlet::PlanWords)
public:
    /// What a plan is called: its name, or when it begins.
    [[nodiscard]] static QString title(const PricePlan &plan);
    /// "Until Sep 30, 2025", "From Oct 1, 2025": when plan \a index holds.
    [[nodiscard]] static QString when(const Tariff &tariff, qsizetype index, QDate today);
    /// "$0.16/kWh", "2 periods, $0.13 to $0.24/kWh".
    [[nodiscard]] static QString prices(const PricePlan &plan, const QString &currency);
    /// "Past", "Used now", "Starts in 103 days".
    [[nodiscard]] static QString state(const Tariff &tariff, qsizetype index, QDate today);
    [[nodiscard]] static Ui::Tone tone(const Tariff &tariff, qsizetype index, QDate today);

    /// Which costs are worked out again when \a after takes the place of \a before.
    [[nodiscard]] static QString recosted(const Tariff &before, const Tariff &after, QDate today);

    /// A price as it was typed, with or without the currency's sign; empty when it is none.
    [[nodiscard]] static std::optional<int> priceFromText(const QString &text,
                                                          const QString &currency);
    /// What to enter where a price is expected.
    [[nodiscard]] static QString priceExpected();
    /// "4:00 PM": a half hour of the day; 48 is its end.
    [[nodiscard]] static QString halfHour(int half);
    /// "4 PM", or "16:00" where clocks count to 24.
    [[nodiscard]] static QString hour(int hour);
};

} // namespace outlet
