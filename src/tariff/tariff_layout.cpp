// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "tariff/tariff.h"

namespace outlet {

namespace {

constexpr qint64 kQuarterMs = 15 * 60'000;
constexpr qint64 kHalfHourMs = 2 * kQuarterMs;
constexpr qint64 kPlainDayMs = 48 * kHalfHourMs;

/// Whether a day of the year lies in a season; both as month * 100 + day.
bool contains(const Season &season, QDate date)
{
    const int first = season.firstMonth * 100 + season.firstDay;
    const int last = season.lastMonth * 100 + season.lastDay;
    const int day = date.month() * 100 + date.day();
    return first <= last ? day >= first && day <= last : day >= first || day <= last;
}

/// Collects segments, one for each change of the price.
class Layer
{
public:
    explicit Layer(const Tariff &tariff)
        : m_tariff(tariff)
    {
        for (const PricePlan &plan : tariff.plans)
            m_rateOf.append(QList<int>(plan.periods.size(), -1));
    }

    void add(qint64 utcMs, int plan, int period)
    {
        int &rate = m_rateOf[plan][period];
        if (rate < 0) {
            rate = int(m_plan.rates.size());
            m_plan.rates.append(
                {plan, period, m_tariff.plans.at(plan).periods.at(period).pricePerKwhE4});
        }
        QList<PriceSegment> &segments = m_plan.segments;
        if (!segments.isEmpty() && segments.constLast().rate == rate)
            return;
        // Zones of before 1920 had offsets of any minute; the history cuts at quarter hours.
        const qint64 quarters = utcMs / kQuarterMs - (utcMs % kQuarterMs < 0 ? 1 : 0);
        const qint64 start = quarters * kQuarterMs;
        if (!segments.isEmpty() && segments.constLast().startUtcMs >= start)
            segments.last().rate = rate;
        else
            segments.append({start, rate});
    }

    [[nodiscard]] RatePlan take() { return std::move(m_plan); }

private:
    const Tariff &m_tariff;
    QList<QList<int>> m_rateOf; ///< by plan and period
    RatePlan m_plan;
};

} // namespace

std::optional<Money> RatePlan::cost(const QList<qint64> &joulesByRate) const
{
    if (rates.isEmpty())
        return std::nullopt;
    Money sum;
    for (qsizetype rate = 0; rate < joulesByRate.size(); ++rate) {
        const qint64 joules = joulesByRate.at(rate);
        if (joules == 0)
            continue;
        if (rate >= rates.size())
            return std::nullopt;
        sum += Money::ofEnergy(joules, rates.at(rate).pricePerKwhE4);
    }
    return sum;
}

int planOn(const Tariff &tariff, QDate date)
{
    const auto after =
        std::upper_bound(tariff.plans.cbegin(), tariff.plans.cend(), date,
                         [](QDate day, const PricePlan &plan) { return day < plan.validFrom; });
    const auto index = int(after - tariff.plans.cbegin()) - 1;
    return tariff.plans.isEmpty() ? -1 : std::max(0, index);
}

const WeekGrid &gridOn(const PricePlan &plan, QDate date)
{
    const auto season = std::find_if(plan.seasons.cbegin(), plan.seasons.cend(),
                                     [date](const Season &one) { return contains(one, date); });
    return season == plan.seasons.cend() ? plan.grid : season->grid;
}

RatePlan layOut(const Tariff &tariff, TimeRange range, const LocalCalendar &calendar)
{
    Layer layer(tariff);
    if (tariff.plans.isEmpty() || range.isEmpty())
        return layer.take();
    const QDate last = calendar.date(range.endUtcMs - 1);
    QDate date = calendar.date(range.startUtcMs);
    while (date <= last) {
        const int index = planOn(tariff, date);
        const PricePlan &plan = tariff.plans.at(index);
        if (plan.periods.size() == 1) { // flat: nothing changes until the next plan
            layer.add(calendar.dayStartUtcMs(date), index, 0);
            if (index + 1 >= tariff.plans.size())
                break;
            date = tariff.plans.at(index + 1).validFrom;
            continue;
        }
        const auto &row = gridOn(plan, date)[std::size_t(date.dayOfWeek() - 1)];
        const TimeRange day = calendar.day(date);
        if (day.lengthMs() == kPlainDayMs) {
            for (std::size_t half = 0; half < row.size(); ++half)
                layer.add(day.startUtcMs + qint64(half) * kHalfHourMs, index, row[half]);
        } else {
            const QList<qint64> edges = calendar.edges(day, CalendarUnit::HalfHour);
            for (qsizetype i = 0; i + 1 < edges.size(); ++i)
                layer.add(edges.at(i), index,
                          row[std::size_t(calendar.minuteOfDay(edges.at(i)) / 30)]);
        }
        date = date.addDays(1);
    }
    return layer.take();
}

std::optional<Money> standingCharge(const Tariff &tariff, TimeRange range,
                                    const LocalCalendar &calendar)
{
    if (tariff.plans.isEmpty())
        return std::nullopt;
    Money sum;
    if (range.isEmpty())
        return sum;
    QDate date = calendar.date(range.startUtcMs);
    for (TimeRange day = calendar.day(date);
         date.year() < 10'000 && day.startUtcMs < range.endUtcMs;
         date = date.addDays(1), day = calendar.day(date)) {
        if (day.startUtcMs >= range.startUtcMs && !day.isEmpty())
            sum += Money::ofE4(tariff.plans.at(planOn(tariff, date)).standingChargePerDayE4);
    }
    return sum;
}

} // namespace outlet
