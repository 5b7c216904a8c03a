// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/energy/rate_words.h"

#include <QtCore/QLocale>
#include <QtCore/QPair>
#include <algorithm>

#include "desktop/format.h"

namespace outlet {

namespace {

constexpr int kHalfHours = 48;
constexpr qint64 kDayMs = 24 * 3'600'000;

using Day = std::array<quint8, kHalfHours>;

/// The one stretch of half hours, possibly over midnight, in which a day has this period; empty
/// when there is none or more than one.
std::optional<QPair<int, int>> stretch(const Day &day, int period)
{
    int starts = 0;
    QPair<int, int> found{-1, -1};
    for (int i = 0; i < kHalfHours; ++i) {
        const bool is = day[std::size_t(i)] == period;
        const bool was = day[std::size_t((i + kHalfHours - 1) % kHalfHours)] == period;
        if (is && !was) {
            found.first = i;
            ++starts;
        }
        if (!is && was)
            found.second = i;
    }
    return starts == 1 ? std::optional(found) : std::nullopt;
}

QString stretchText(QPair<int, int> halfHours)
{
    return RateWords::tr("%1 to %2", "clock times")
        .arg(Format::shortClock(halfHours.first * 30), Format::shortClock(halfHours.second * 30));
}

} // namespace

std::optional<RateWords::Now> RateWords::now(const Tariff &tariff, const LocalCalendar &calendar,
                                             const QString &currency, qint64 nowUtcMs)
{
    const RatePlan rates = layOut(tariff, {nowUtcMs, nowUtcMs + 8 * kDayMs}, calendar);
    if (rates.segments.isEmpty())
        return std::nullopt;
    qsizetype at = 0;
    while (at + 1 < rates.segments.size() && rates.segments.at(at + 1).startUtcMs <= nowUtcMs)
        ++at;
    const RatePlan::Rate rate = rates.rates.at(rates.segments.at(at).rate);
    const PricePlan &plan = tariff.plans.at(rate.plan);
    if (plan.periods.size() < 2)
        return std::nullopt;
    const auto next = std::find_if(
        rates.segments.begin() + at, rates.segments.end(), [&](const PriceSegment &segment) {
            const RatePlan::Rate &other = rates.rates.at(segment.rate);
            return other.plan != rate.plan || other.period != rate.period;
        });
    if (next == rates.segments.end())
        return std::nullopt;
    const auto dearest = std::max_element(plan.periods.begin(), plan.periods.end(),
                                          [](const PricePeriod &a, const PricePeriod &b) {
                                              return a.pricePerKwhE4 < b.pricePerKwhE4;
                                          });
    Now now;
    now.untilUtcMs = next->startUtcMs;
    now.isDearest = dearest->pricePerKwhE4 == rate.pricePerKwhE4;
    QString until = Format::clock(calendar.minuteOfDay(now.untilUtcMs));
    const QDate day = calendar.date(now.untilUtcMs);
    if (now.untilUtcMs - nowUtcMs > kDayMs / 2 && day != calendar.date(nowUtcMs))
        until = tr("%1 %2", "weekday, clock time")
                    .arg(QLocale().dayName(day.dayOfWeek(), QLocale::ShortFormat), until);
    now.text = tr("%1 now · %2 until %3")
                   .arg(plan.periods.at(rate.period).name,
                        Format::pricePerKwh(rate.pricePerKwhE4, currency), until);
    return now;
}

QString RateWords::times(const PricePlan &plan, int period, QDate date)
{
    const WeekGrid &grid = gridOn(plan, date);
    QList<int> halves(std::max<qsizetype>(plan.periods.size(), period + 1), 0);
    for (const Day &day : grid) {
        for (const quint8 cell : day) {
            if (cell < halves.size())
                ++halves[cell];
        }
    }
    const int most = *std::max_element(halves.begin(), halves.end());
    if (halves.at(period) == 0)
        return {};
    if (halves.at(period) == 7 * kHalfHours)
        return tr("All day");
    if (halves.at(period) == most)
        return tr("Other times");
    constexpr int kWorkDays = 5;
    const auto first = stretch(grid[0], period);
    if (!first)
        return {};
    int same = 1;
    while (same < 7 && grid[std::size_t(same)] == grid[0])
        ++same;
    if (same == 7)
        return stretchText(*first);
    const bool freeWeekend = std::all_of(grid.begin() + kWorkDays, grid.end(), [&](const Day &day) {
        return std::none_of(day.begin(), day.end(), [&](quint8 cell) { return cell == period; });
    });
    if (same != kWorkDays || !freeWeekend)
        return {};
    const QLocale locale;
    return tr("%1 to %2, %3", "weekdays, clock times")
        .arg(locale.dayName(1, QLocale::ShortFormat),
             locale.dayName(kWorkDays, QLocale::ShortFormat), stretchText(*first));
}

} // namespace outlet
