// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/plan_words.h"

#include <algorithm>

#include "desktop/format.h"
#include "tariff/price_text.h"

namespace outlet {

namespace {

/// The day before the next plan begins; invalid for the last one.
QDate lastDayOf(const Tariff &tariff, qsizetype index)
{
    return index + 1 < tariff.plans.size() ? tariff.plans.at(index + 1).validFrom.addDays(-1)
                                           : QDate();
}

/// The prices that hold on a date, to be compared; nothing when there are none.
std::optional<PricePlan> pricesOn(const Tariff &tariff, QDate date)
{
    const int index = planOn(tariff, date);
    if (index < 0)
        return std::nullopt;
    PricePlan plan = tariff.plans.at(index);
    plan.name.clear();
    plan.validFrom = QDate();
    return plan;
}

} // namespace

QString PlanWords::title(const PricePlan &plan)
{
    const QString name = plan.name.trimmed();
    return name.isEmpty() ? tr("Plan from %1").arg(Format::date(plan.validFrom)) : name;
}

QString PlanWords::when(const Tariff &tariff, qsizetype index, QDate today)
{
    const QDate first = tariff.plans.at(index).validFrom;
    const QDate last = lastDayOf(tariff, index);
    if (!last.isValid() || last >= today)
        return tr("From %1").arg(Format::date(first));
    if (index == 0)
        return tr("Until %1").arg(Format::date(last));
    return tr("%1 to %2", "dates").arg(Format::date(first), Format::date(last));
}

QString PlanWords::prices(const PricePlan &plan, const QString &currency)
{
    if (plan.periods.isEmpty())
        return Format::unknown();
    const auto [least, most] = std::minmax_element(plan.periods.cbegin(), plan.periods.cend(),
                                                   [](const PricePeriod &a, const PricePeriod &b) {
                                                       return a.pricePerKwhE4 < b.pricePerKwhE4;
                                                   });
    const QString low = Format::price(least->pricePerKwhE4, currency);
    const QString high = Format::price(most->pricePerKwhE4, currency);
    const QString range =
        low == high ? tr("%1/kWh").arg(low) : tr("%1 to %2/kWh", "prices").arg(low, high);
    if (plan.periods.size() == 1)
        return range;
    return tr("%1, %2", "periods, prices")
        .arg(tr("%n period(s)", "", int(plan.periods.size())), range);
}

QString PlanWords::state(const Tariff &tariff, qsizetype index, QDate today)
{
    const int used = planOn(tariff, today);
    if (index == used)
        return tr("Used now");
    if (index < used)
        return tr("Past");
    const qint64 days = today.daysTo(tariff.plans.at(index).validFrom);
    return days == 1 ? tr("Starts tomorrow") : tr("Starts in %n day(s)", "", int(days));
}

Ui::Tone PlanWords::tone(const Tariff &tariff, qsizetype index, QDate today)
{
    const int used = planOn(tariff, today);
    return index == used ? Ui::ToneAccent : index < used ? Ui::ToneNeutral : Ui::ToneInfo;
}

QString PlanWords::recosted(const Tariff &before, const Tariff &after, QDate today)
{
    // Prices change only where some plan of either begins.
    QList<QDate> borders;
    for (const Tariff *tariff : {&before, &after}) {
        for (const PricePlan &plan : tariff->plans)
            borders.append(plan.validFrom);
    }
    std::sort(borders.begin(), borders.end());
    borders.erase(std::unique(borders.begin(), borders.end()), borders.end());
    if (borders.isEmpty())
        return {};
    const QDate beginning = borders.constFirst().addDays(-1); // stands for all time before
    borders.prepend(beginning);
    QDate first;
    QDate last; // invalid = until today and on
    for (qsizetype i = 0; i < borders.size(); ++i) {
        const QDate from = borders.at(i);
        if (pricesOn(before, from) == pricesOn(after, from))
            continue;
        if (!first.isValid())
            first = from;
        last = i + 1 < borders.size() ? borders.at(i + 1).addDays(-1) : QDate();
    }
    if (!first.isValid())
        return tr("No cost changes.");
    if (first > today)
        return tr("Costs before %1 don’t change.").arg(Format::date(first));
    const bool isPast = last.isValid() && last < today;
    if (first == beginning)
        return isPast ? tr("All costs until %1 are worked out again when you save. Readings don’t "
                           "change.")
                            .arg(Format::date(last))
                      : tr("All costs are worked out again when you save. Readings don’t change.");
    if (!isPast) {
        return tr("Costs since %1 are worked out again when you save. Readings don’t change.")
            .arg(Format::date(first, first.year() != today.year()));
    }
    if (first.year() == last.year() && first.month() == last.month())
        return tr("Costs of %1 are worked out again when you save. Readings don’t change.")
            .arg(Format::month(first));
    return tr("Costs from %1 to %2 are worked out again when you save. Readings don’t change.")
        .arg(Format::month(first), Format::month(last));
}

std::optional<int> PlanWords::priceFromText(const QString &text, const QString &currency)
{
    QString plain = text;
    plain.replace(QChar::Nbsp, u' ').replace(QChar(0x202f), u' '); // some locales' narrow one
    for (const QString &sign : {Format::currencySign(currency), currency}) {
        if (!sign.isEmpty())
            plain.replace(sign, QString(), Qt::CaseInsensitive);
    }
    return priceE4FromText(plain.trimmed(), QLocale());
}

QString PlanWords::priceExpected()
{
    return tr("Enter 0 to %1, with up to four decimals.").arg(priceText(kMostPriceE4, QLocale()));
}

QString PlanWords::halfHour(int half)
{
    return Format::clock(half * 30 % 1440);
}

QString PlanWords::hour(int hour)
{
    const QLocale locale;
    const bool isTwelve =
        locale.timeFormat(QLocale::ShortFormat).contains(u'A', Qt::CaseInsensitive);
    return locale.toString(QTime(hour % 24, 0),
                           isTwelve ? QStringLiteral("h AP") : QStringLiteral("HH:mm"));
}

} // namespace outlet
