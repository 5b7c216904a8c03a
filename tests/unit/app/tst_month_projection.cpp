// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>
#include <cmath>
#include <functional>

#include "app/month_projection.h"

using namespace outlet;

namespace {

constexpr qint64 kHour = 3'600'000;

/// Rows for the projection's past: \a watts says what an instant draws, or that it is not known.
QList<EnergyRow> past(qint64 nowUtcMs, const LocalCalendar &calendar,
                      const std::function<std::optional<int>(QDate, int minute)> &watts)
{
    QList<EnergyRow> rows;
    const QList<qint64> edges = MonthProjection::edges(nowUtcMs, calendar);
    for (qsizetype i = 0; i + 1 < edges.size(); ++i) {
        EnergyRow row;
        row.range = {edges.at(i), edges.at(i + 1)};
        if (const auto w = watts(calendar.date(edges.at(i)), calendar.minuteOfDay(edges.at(i)))) {
            row.energy.knownMs = row.range.lengthMs();
            row.energy.joules = *w * row.range.lengthMs() / 1000;
        }
        rows.append(row);
    }
    return rows;
}

} // namespace

/// What days to come will use and cost, from what days have used.
class TestMonthProjection : public QObject
{
    Q_OBJECT

    const LocalCalendar berlin{QTimeZone("Europe/Berlin")};
    const qint64 noon = berlin.dayStartUtcMs({2025, 6, 18}) + 12 * kHour; // a Wednesday
    const TimeRange rest{noon, berlin.month({2025, 6, 18}).endUtcMs};     // 12 days and a half

    MonthProjection
    projection(const std::function<std::optional<int>(QDate, int minute)> &watts) const
    {
        MonthProjection made;
        made.add(past(noon, berlin, watts));
        made.finish(berlin);
        return made;
    }
    static Tariff flat(int priceE4)
    {
        Tariff tariff;
        PricePlan plan;
        plan.validFrom = QDate(2020, 1, 1);
        plan.periods = {{QString(), priceE4}};
        tariff.plans = {plan};
        return tariff;
    }

private Q_SLOTS:
    void asksFor28Days()
    {
        const QList<qint64> edges = MonthProjection::edges(noon, berlin);
        QCOMPARE(edges.constFirst(), berlin.dayStartUtcMs({2025, 5, 21}));
        QCOMPARE(edges.constLast(), berlin.dayStartUtcMs({2025, 6, 18}));
        QCOMPARE(edges.size(), 28 * 48 + 1);
    }

    void aConstantLoadGoesOn()
    {
        const MonthProjection always = projection([](QDate, int) { return 100; });
        QCOMPARE(always.dayCount(), 28);
        const auto figure = always.expected(rest, flat(3000), berlin);
        QVERIFY(figure);
        QCOMPARE(figure->joules, std::optional<qint64>(100LL * 25 * 12 * 3600));
        QCOMPARE(figure->cost, std::optional(Money::ofEnergy(100LL * 25 * 12 * 3600, 3000)));
        QVERIFY(!always.expected(rest, Tariff(), berlin)->cost);
    }

    /// Four weeks are known: Saturdays and Sundays go on as they were.
    void weekdayByWeekday()
    {
        const auto weekend = [](QDate date, int) { return date.dayOfWeek() > 5 ? 240 : 0; };
        const MonthProjection made = projection(weekend);
        // Until the end of June: the weekends of 21/22 and 28/29.
        QCOMPARE(made.expected(rest, flat(1), berlin)->joules,
                 std::optional<qint64>(4LL * 24 * 3600 * 240));
        // Of three weeks less a day each weekday can't be told: the mean of all days.
        const MonthProjection few = projection([&](QDate date, int minute) -> std::optional<int> {
            if (date < QDate(2025, 5, 29))
                return std::nullopt;
            return weekend(date, minute);
        });
        QCOMPARE(few.dayCount(), 20);
        const double meanDay = 6.0 * 24 * 3600 * 240 / 20; // three weekends in 20 days
        QCOMPARE(few.expected(rest, flat(1), berlin)->joules,
                 std::optional<qint64>(std::llround(meanDay * 12.5)));
    }

    /// Cost follows the hours: what is used at peak is paid at peak.
    void costFollowsTheHours()
    {
        Tariff tariff = flat(1000);
        tariff.plans[0].periods = {{QStringLiteral("Low"), 1000}, {QStringLiteral("High"), 4000}};
        for (auto &day : tariff.plans[0].grid)
            day[36] = 1; // 18:00 to 18:30
        const MonthProjection made =
            projection([](QDate, int minute) { return minute == 18 * 60 ? 2000 : 0; });
        const auto figure = made.expected(rest, tariff, berlin);
        const qint64 joules = 13LL * 2000 * 1800; // this evening and 12 more
        QCOMPARE(figure->joules, std::optional<qint64>(joules));
        QCOMPARE(figure->cost, std::optional(Money::ofEnergy(joules, 4000)));
    }

    /// Days of which hours are missing say nothing of a day.
    void holesDoNotCount()
    {
        const MonthProjection holes = projection([](QDate date, int minute) -> std::optional<int> {
            if (date.day() % 2 == 0 && minute < 4 * 60)
                return std::nullopt;
            return 100;
        });
        QVERIFY(holes.dayCount() < 28 && holes.dayCount() >= 13);
        QCOMPARE(holes.expected(rest, flat(1), berlin)->joules,
                 std::optional<qint64>(100LL * 25 * 12 * 3600));
    }

    void nothingKnownNothingSaid()
    {
        QVERIFY(!MonthProjection().expected(rest, flat(1), berlin));
        const auto nothing = [](QDate, int) { return std::optional<int>(); };
        QVERIFY(!projection(nothing).expected(rest, flat(1), berlin));
    }

    /// Outlets are added in several answers.
    void answersAddUp()
    {
        MonthProjection made;
        for (int i = 0; i < 3; ++i)
            made.add(past(noon, berlin, [](QDate, int) { return 50; }));
        made.finish(berlin);
        QCOMPARE(made.expected(rest, flat(1), berlin)->joules,
                 std::optional<qint64>(150LL * 25 * 12 * 3600));
    }

    /// The day of the clock change to come has 25 hours.
    void clockChangeToCome()
    {
        const qint64 now = berlin.dayStartUtcMs({2025, 10, 26});
        MonthProjection made;
        made.add(past(now, berlin, [](QDate, int) { return 100; }));
        made.finish(berlin);
        QCOMPARE(made.expected(berlin.day({2025, 10, 26}), flat(1), berlin)->joules,
                 std::optional<qint64>(100LL * 25 * 3600));
    }
};

QTEST_GUILESS_MAIN(TestMonthProjection)
#include "tst_month_projection.moc"
