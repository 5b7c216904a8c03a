// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/month_projection.h"

#include <algorithm>
#include <cmath>

namespace outlet {

namespace {

constexpr qint64 kHalfHourMs = 30 * 60'000;
/// Of the best day's known time.
constexpr double kLeastKnown = 0.9;
constexpr int kLeastOfEachWeekday = 3;

struct Day
{
    qint64 knownMs = 0;
    std::array<double, 48> joules{};
};

} // namespace

QList<qint64> MonthProjection::edges(qint64 nowUtcMs, const LocalCalendar &calendar)
{
    const QDate today = calendar.date(nowUtcMs);
    return calendar.edges(
        {calendar.dayStartUtcMs(today.addDays(-kDays)), calendar.dayStartUtcMs(today)},
        CalendarUnit::HalfHour);
}

void MonthProjection::add(const QList<EnergyRow> &rows)
{
    if (m_rows.isEmpty()) {
        m_rows = rows;
        return;
    }
    for (qsizetype i = 0; i < std::min(rows.size(), m_rows.size()); ++i)
        m_rows[i].energy.add(rows.at(i).energy);
}

void MonthProjection::finish(const LocalCalendar &calendar)
{
    QMap<QDate, Day> days;
    for (const EnergyRow &row : std::as_const(m_rows)) {
        Day &day = days[calendar.date(row.range.startUtcMs)];
        day.knownMs += row.energy.knownMs;
        // An hour that happened twice counts into its half hours once more: its day was longer.
        day.joules[std::size_t(calendar.minuteOfDay(row.range.startUtcMs) / 30)] +=
            double(row.energy.joules);
    }
    m_rows.clear();
    m_byWeekday = {};
    m_dayCount = 0;
    qint64 best = 0;
    for (const Day &day : std::as_const(days))
        best = std::max(best, day.knownMs);
    if (best == 0)
        return;

    Profile all{};
    std::array<int, 7> counts{};
    for (auto it = days.cbegin(); it != days.cend(); ++it) {
        if (double(it->knownMs) < double(best) * kLeastKnown)
            continue;
        const auto weekday = std::size_t(it.key().dayOfWeek() - 1);
        ++m_dayCount;
        ++counts[weekday];
        for (std::size_t half = 0; half < all.size(); ++half) {
            all[half] += it->joules[half];
            m_byWeekday[weekday][half] += it->joules[half];
        }
    }
    const bool isByWeekday = std::all_of(counts.cbegin(), counts.cend(),
                                         [](int count) { return count >= kLeastOfEachWeekday; });
    for (std::size_t weekday = 0; weekday < m_byWeekday.size(); ++weekday) {
        for (std::size_t half = 0; half < all.size(); ++half)
            m_byWeekday[weekday][half] =
                isByWeekday ? m_byWeekday[weekday][half] / counts[weekday] : all[half] / m_dayCount;
    }
}

std::optional<EnergyFigure> MonthProjection::expected(TimeRange range, const Tariff &tariff,
                                                      const LocalCalendar &calendar) const
{
    if (m_dayCount == 0)
        return std::nullopt;
    EnergyFigure figure;
    figure.joules = 0;
    const RatePlan rates = layOut(tariff, range, calendar);
    QList<double> joulesByRate(std::max<qsizetype>(1, rates.rates.size()), 0);
    const QList<qint64> edges = calendar.edges(range, CalendarUnit::HalfHour);
    qsizetype segment = 0;
    for (qsizetype i = 0; i + 1 < edges.size(); ++i) {
        const qint64 start = std::max(edges.at(i), range.startUtcMs);
        const qint64 end = std::min(edges.at(i + 1), range.endUtcMs);
        const auto weekday = std::size_t(calendar.date(edges.at(i)).dayOfWeek() - 1);
        const auto half = std::size_t(calendar.minuteOfDay(edges.at(i)) / 30);
        while (segment + 1 < rates.segments.size() &&
               rates.segments.at(segment + 1).startUtcMs <= start)
            ++segment;
        const int rate = rates.segments.isEmpty() ? 0 : rates.segments.at(segment).rate;
        joulesByRate[rate] +=
            m_byWeekday[weekday][half] * double(end - start) / double(kHalfHourMs);
    }
    QList<qint64> whole;
    for (const double joules : std::as_const(joulesByRate)) {
        whole.append(std::llround(joules));
        *figure.joules += whole.constLast();
    }
    figure.cost = rates.cost(whole);
    return figure;
}

} // namespace outlet
