// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "tariff/tariff.h"

#include <QtCore/QCoreApplication>
#include <algorithm>

#include "tariff/price_text.h"

namespace outlet {

namespace {

// Far more than anybody needs; a text from elsewhere must not make us slow.
constexpr qsizetype kMostPlans = 500;
constexpr qsizetype kMostPeriods = 6;
constexpr qsizetype kMostSeasons = 12;
constexpr qsizetype kLongestName = 80;

QString tr(const char *text)
{
    return QCoreApplication::translate("outlet::Tariff", text);
}

/// What a plan is called in a sentence.
QString title(const PricePlan &plan)
{
    const QString date = plan.validFrom.toString(Qt::ISODate);
    return plan.name.trimmed().isEmpty() ? tr("The plan from %1").arg(date)
                                         : tr("“%1” (from %2)").arg(plan.name.left(80), date);
}

bool isPrice(int priceE4)
{
    return priceE4 >= 0 && priceE4 <= kMostPriceE4;
}

bool isDayOfYear(int month, int day)
{
    return QDate::isValid(2024, month, day); // a leap year: February 29 is a day of the year
}

bool fits(const WeekGrid &grid, qsizetype periods)
{
    return std::all_of(grid.cbegin(), grid.cend(), [periods](const auto &day) {
        return std::all_of(day.cbegin(), day.cend(),
                           [periods](quint8 period) { return period < periods; });
    });
}

std::optional<QString> faultOfPeriods(const PricePlan &plan)
{
    if (plan.periods.isEmpty() || plan.periods.size() > kMostPeriods)
        return tr("%1 needs 1 to %2 prices.").arg(title(plan)).arg(kMostPeriods);
    QStringList names;
    for (const PricePeriod &period : plan.periods) {
        const QString name = period.name.trimmed();
        if (!isPrice(period.pricePerKwhE4))
            return tr("%1: a kWh costs 0 to %2.").arg(title(plan), priceText(kMostPriceE4));
        if (name.size() > kLongestName)
            return tr("%1: a name of a price is longer than %2 characters.")
                .arg(title(plan))
                .arg(kLongestName);
        if (plan.periods.size() > 1 && name.isEmpty())
            return tr("%1: give each price a name, to tell them apart.").arg(title(plan));
        if (names.contains(name, Qt::CaseInsensitive))
            return tr("%1: two prices are called “%2”.").arg(title(plan), name);
        names.append(name);
    }
    return std::nullopt;
}

std::optional<QString> faultOfSeasons(const PricePlan &plan)
{
    if (plan.seasons.size() > kMostSeasons)
        return tr("%1 has more than %2 seasons.").arg(title(plan)).arg(kMostSeasons);
    for (const Season &season : plan.seasons) {
        if (season.name.size() > kLongestName)
            return tr("%1: a name of a season is longer than %2 characters.")
                .arg(title(plan))
                .arg(kLongestName);
        if (!isDayOfYear(season.firstMonth, season.firstDay) ||
            !isDayOfYear(season.lastMonth, season.lastDay))
            return tr("%1: the season “%2” begins or ends on a day that no year has.")
                .arg(title(plan), season.name);
        if (!fits(season.grid, plan.periods.size()))
            return tr("%1: the week of the season “%2” has a price that the plan has not.")
                .arg(title(plan), season.name);
    }
    return std::nullopt;
}

std::optional<QString> faultOfPlan(const PricePlan &plan)
{
    if (!plan.validFrom.isValid() || plan.validFrom.year() < 1900 || plan.validFrom.year() > 9998)
        return tr("“%1” needs a date from which it holds.").arg(plan.name.left(kLongestName));
    if (plan.name.size() > kLongestName)
        return tr("%1: its name is longer than %2 characters.").arg(title(plan)).arg(kLongestName);
    if (!isPrice(plan.standingChargePerDayE4))
        return tr("%1: the standing charge is 0 to %2 a day.")
            .arg(title(plan), priceText(kMostPriceE4));
    if (const auto fault = faultOfPeriods(plan))
        return fault;
    if (!fits(plan.grid, plan.periods.size()))
        return tr("%1: its week has a price that the plan has not.").arg(title(plan));
    return faultOfSeasons(plan);
}

bool isCurrencyCode(const QString &text)
{
    return text.size() == 3 &&
           std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

} // namespace

std::optional<QString> Tariff::fault() const
{
    if (!currency.isEmpty() && !isCurrencyCode(currency))
        return tr("A currency is three capital letters, for example EUR.");
    if (billingDay < 1 || billingDay > 28)
        return tr("A billing month starts on a day from 1 to 28.");
    if (gramsCo2PerKwh && (*gramsCo2PerKwh < 0 || *gramsCo2PerKwh > kMostGramsCo2))
        return tr("A kWh makes 0 to %1 g of CO₂.").arg(kMostGramsCo2);
    if (plans.size() > kMostPlans)
        return tr("More than %1 plans are too many.").arg(kMostPlans);
    for (qsizetype i = 0; i < plans.size(); ++i) {
        if (const auto fault = faultOfPlan(plans.at(i)))
            return fault;
        if (i == 0)
            continue;
        const PricePlan &before = plans.at(i - 1);
        if (before.validFrom == plans.at(i).validFrom)
            return tr("%1: another plan starts on %2.")
                .arg(title(plans.at(i)), before.validFrom.toString(Qt::ISODate));
        if (before.validFrom > plans.at(i).validFrom)
            return tr("%1 stands behind a later plan; order the plans by date.")
                .arg(title(plans.at(i)));
    }
    return std::nullopt;
}

} // namespace outlet
