// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>
#include <limits>

#include "tariff/tariff.h"

Q_DECLARE_METATYPE(outlet::Tariff)

using namespace outlet;

namespace {

constexpr qint64 kHour = 3'600'000;

PricePlan flat(QDate from, int priceE4)
{
    PricePlan plan;
    plan.name = QStringLiteral("Flat");
    plan.validFrom = from;
    plan.periods = {{QString(), priceE4}};
    return plan;
}

/// Peak (1) from 17:30 to 20:00 on working days.
PricePlan peak(QDate from)
{
    PricePlan plan;
    plan.name = QStringLiteral("Peak");
    plan.validFrom = from;
    plan.periods = {{QStringLiteral("Low"), 2000}, {QStringLiteral("High"), 4000}};
    for (std::size_t day = 0; day < 5; ++day)
        for (std::size_t half = 35; half < 40; ++half)
            plan.grid[day][half] = 1;
    return plan;
}

Tariff with(const QList<PricePlan> &plans)
{
    Tariff tariff;
    tariff.plans = plans;
    return tariff;
}

/// Segments as "local time = price".
QStringList texts(const RatePlan &plan, const LocalCalendar &calendar)
{
    QStringList texts;
    for (const PriceSegment &segment : plan.segments)
        texts.append(calendar.isoText(segment.startUtcMs).left(16) +
                     QStringLiteral("=%1").arg(plan.rates.at(segment.rate).pricePerKwhE4));
    return texts;
}

} // namespace

/// What makes a tariff wrong, which plan and grid hold when, and how it is laid over time.
class TestTariff : public QObject
{
    Q_OBJECT

    const LocalCalendar berlin{QTimeZone("Europe/Berlin")};

    TimeRange days(QDate first, QDate last) const
    {
        return {berlin.dayStartUtcMs(first), berlin.dayStartUtcMs(last.addDays(1))};
    }

private Q_SLOTS:
    void faults_data()
    {
        QTest::addColumn<Tariff>("tariff");
        QTest::addColumn<QString>("words"); ///< what the sentence must hold; empty = no fault
        const auto row = [](const char *name, const QString &words, auto change) {
            Tariff tariff = with({flat({2025, 1, 1}, 3000), peak({2025, 6, 1})});
            change(tariff);
            QTest::newRow(name) << tariff << words;
        };
        row("good", QString(), [](Tariff &) {});
        row("without plans", QString(), [](Tariff &t) { t.plans.clear(); });
        row("currency", QStringLiteral("EUR"),
            [](Tariff &t) { t.currency = QStringLiteral("euro"); });
        row("currency in small letters", QStringLiteral("EUR"),
            [](Tariff &t) { t.currency = QStringLiteral("eur"); });
        row("billing day", QStringLiteral("1 to 28"), [](Tariff &t) { t.billingDay = 29; });
        row("billing day 0", QStringLiteral("1 to 28"), [](Tariff &t) { t.billingDay = 0; });
        row("CO2", QStringLiteral("CO₂"), [](Tariff &t) { t.gramsCo2PerKwh = -1; });
        row("no date", QStringLiteral("“Peak” needs a date"),
            [](Tariff &t) { t.plans[1].validFrom = QDate(); });
        row("same date", QStringLiteral("another plan starts on 2025-01-01"),
            [](Tariff &t) { t.plans[1].validFrom = t.plans[0].validFrom; });
        row("order", QStringLiteral("“Peak” (from 2024-01-01) stands behind"),
            [](Tariff &t) { t.plans[1].validFrom = QDate(2024, 1, 1); });
        row("no price", QStringLiteral("1 to 6 prices"),
            [](Tariff &t) { t.plans[0].periods.clear(); });
        row("seven prices", QStringLiteral("1 to 6 prices"), [](Tariff &t) {
            for (int i = 0; i < 5; ++i)
                t.plans[1].periods.append({QString::number(i), 1});
        });
        row("negative price", QStringLiteral("0 to 99.9999"),
            [](Tariff &t) { t.plans[0].periods[0].pricePerKwhE4 = -1; });
        row("price too high", QStringLiteral("0 to 99.9999"),
            [](Tariff &t) { t.plans[0].periods[0].pricePerKwhE4 = 1'000'000; });
        row("standing charge", QStringLiteral("standing charge"),
            [](Tariff &t) { t.plans[0].standingChargePerDayE4 = 1'000'000; });
        row("nameless price", QStringLiteral("give each price a name"),
            [](Tariff &t) { t.plans[1].periods[0].name = QStringLiteral(" "); });
        row("two of a name", QStringLiteral("two prices are called “LOW”"),
            [](Tariff &t) { t.plans[1].periods[1].name = QStringLiteral("LOW"); });
        row("grid", QStringLiteral("its week"), [](Tariff &t) { t.plans[1].grid[6][47] = 2; });
        row("season's grid", QStringLiteral("season “S”"), [](Tariff &t) {
            t.plans[1].seasons = {{QStringLiteral("S"), 1, 1, 2, 1, {}}};
            t.plans[1].seasons[0].grid[0][0] = 2;
        });
        row("season's day", QStringLiteral("no year has"), [](Tariff &t) {
            t.plans[1].seasons = {{QStringLiteral("S"), 1, 1, 2, 30, {}}};
        });
        row("leap day is a day", QString(), [](Tariff &t) {
            t.plans[1].seasons = {{QStringLiteral("S"), 1, 1, 2, 29, {}}};
        });
        row("long name", QStringLiteral("longer"),
            [](Tariff &t) { t.plans[0].name = QString(81, u'x'); });
        row("plan without name is named by its date", QStringLiteral("The plan from 2025-01-01"),
            [](Tariff &t) {
                t.plans[0].name.clear();
                t.plans[0].periods.clear();
            });
    }
    void faults()
    {
        QFETCH(Tariff, tariff);
        QFETCH(QString, words);
        const std::optional<QString> fault = tariff.fault();
        QCOMPARE(fault.has_value(), !words.isEmpty());
        if (fault)
            QVERIFY2(fault->contains(words), qPrintable(*fault));
    }

    void plansHoldFromTheirDate()
    {
        const Tariff tariff = with({flat({2025, 1, 1}, 1), flat({2025, 6, 1}, 2)});
        QCOMPARE(planOn(tariff, {1999, 1, 1}), 0);
        QCOMPARE(planOn(tariff, {2025, 5, 31}), 0);
        QCOMPARE(planOn(tariff, {2025, 6, 1}), 1);
        QCOMPARE(planOn(tariff, {2099, 6, 1}), 1);
        QCOMPARE(planOn(Tariff(), {2025, 1, 1}), -1);
    }

    void seasonsHoldInTheirDays()
    {
        PricePlan plan = peak({2025, 1, 1});
        Season winter{QStringLiteral("Winter"), 11, 1, 2, 29, {}};
        winter.grid[0][0] = 1;
        Season christmas{QStringLiteral("Christmas"), 12, 24, 12, 26, {}};
        christmas.grid[0][1] = 1;
        plan.seasons = {christmas, winter};
        QVERIFY(gridOn(plan, {2025, 12, 23}) == winter.grid);
        QVERIFY(gridOn(plan, {2025, 12, 24}) == christmas.grid);
        QVERIFY(gridOn(plan, {2025, 12, 26}) == christmas.grid);
        QVERIFY(gridOn(plan, {2025, 12, 27}) == winter.grid);
        QVERIFY(gridOn(plan, {2025, 2, 28}) == winter.grid);
        QVERIFY(gridOn(plan, {2024, 2, 29}) == winter.grid);
        QVERIFY(gridOn(plan, {2025, 3, 1}) == plan.grid);
        QVERIFY(gridOn(plan, {2025, 10, 31}) == plan.grid);
        QVERIFY(gridOn(plan, {2025, 11, 1}) == winter.grid);
    }

    void flatIsOneSegment()
    {
        const RatePlan plan =
            layOut(with({flat({2025, 1, 1}, 3000)}), days({2000, 1, 1}, {2029, 12, 31}), berlin);
        QCOMPARE(texts(plan, berlin), QStringList{QStringLiteral("2000-01-01T00:00=3000")});
        QCOMPARE(plan.rates.size(), 1);
    }

    void changesOfPlanAndPeriod()
    {
        // 2025-06-05 is a Thursday; flat again from Saturday.
        const Tariff tariff =
            with({flat({2025, 1, 1}, 3000), peak({2025, 6, 5}), flat({2025, 6, 7}, 3100)});
        QCOMPARE(tariff.fault(), std::optional<QString>());
        const RatePlan plan = layOut(tariff, days({2025, 6, 4}, {2025, 6, 9}), berlin);
        QCOMPARE(texts(plan, berlin), (QStringList{QStringLiteral("2025-06-04T00:00=3000"),
                                                   QStringLiteral("2025-06-05T00:00=2000"),
                                                   QStringLiteral("2025-06-05T17:30=4000"),
                                                   QStringLiteral("2025-06-05T20:00=2000"),
                                                   QStringLiteral("2025-06-06T17:30=4000"),
                                                   QStringLiteral("2025-06-06T20:00=2000"),
                                                   QStringLiteral("2025-06-07T00:00=3100")}));
        QCOMPARE(plan.rates.size(), 4);
        QCOMPARE(plan.rates.at(2).plan, 1);
        QCOMPARE(plan.rates.at(2).period, 1);
    }

    /// An instant within a day gets that instant's price, not that of the day's beginning.
    void oneInstant()
    {
        const Tariff tariff = with({peak({2025, 1, 1})});
        const qint64 evening = berlin.dayStartUtcMs({2025, 6, 5}) + 18 * kHour;
        const RatePlan plan = layOut(tariff, {evening, evening + 1}, berlin);
        int rate = plan.segments.constFirst().rate;
        for (const PriceSegment &segment : plan.segments)
            if (segment.startUtcMs <= evening)
                rate = segment.rate;
        QCOMPARE(plan.rates.at(rate).pricePerKwhE4, 4000);
    }

    void clockChangeDays()
    {
        PricePlan night = flat({2025, 1, 1}, 3000);
        night.periods = {{QStringLiteral("A"), 3000}, {QStringLiteral("B"), 1000}};
        for (auto &day : night.grid)
            for (std::size_t half = 4; half < 6; ++half)
                day[half] = 1; // two to three
        const Tariff tariff = with({night});
        QCOMPARE(texts(layOut(tariff, berlin.day({2025, 3, 30}), berlin), berlin),
                 QStringList{QStringLiteral("2025-03-30T00:00=3000")});
        const RatePlan autumn = layOut(tariff, berlin.day({2025, 10, 26}), berlin);
        QCOMPARE(texts(autumn, berlin), (QStringList{QStringLiteral("2025-10-26T00:00=3000"),
                                                     QStringLiteral("2025-10-26T02:00=1000"),
                                                     QStringLiteral("2025-10-26T03:00=3000")}));
        QCOMPARE(autumn.segments.at(2).startUtcMs - autumn.segments.at(1).startUtcMs, 2 * kHour);
    }

    /// The history cuts rates on quarter hours of UTC; ten years in each zone lie on them.
    void segmentsLieOnQuarterHours()
    {
        for (const char *zone :
             {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"}) {
            const LocalCalendar calendar{QTimeZone(zone)};
            const RatePlan plan =
                layOut(with({peak({2020, 1, 1})}),
                       {calendar.dayStartUtcMs({2020, 1, 1}), calendar.dayStartUtcMs({2030, 1, 1})},
                       calendar);
            QCOMPARE(plan.segments.size(), 1 + 2 * 2609); // working days of 2020 to 2029
            qint64 before = std::numeric_limits<qint64>::min();
            for (const PriceSegment &segment : plan.segments) {
                QCOMPARE(segment.startUtcMs % (kHour / 4), 0);
                QVERIFY(segment.startUtcMs > before);
                before = segment.startUtcMs;
            }
        }
        // Amsterdam was 19 min 32 s ahead until 1937.
        const LocalCalendar old{QTimeZone("Europe/Amsterdam")};
        for (const PriceSegment &segment :
             layOut(with({peak({2020, 1, 1})}), old.year({1930, 1, 1}), old).segments)
            QCOMPARE(segment.startUtcMs % (kHour / 4), 0);
    }

    void costIsExact()
    {
        const RatePlan plan = layOut(with({peak({2025, 1, 1})}), berlin.day({2025, 6, 5}), berlin);
        QCOMPARE(plan.cost({3'600'000, 1'800'000}), std::optional(Money::ofE4(2000 + 2000)));
        QCOMPARE(plan.cost({}), std::optional(Money()));
        QCOMPARE(plan.cost({1}), std::optional(Money::ofEnergy(1, 2000)));
        QCOMPARE(plan.cost({0, 0, 0, 0}), std::optional(Money()));
        QCOMPARE(plan.cost({0, 0, 1}), std::optional<Money>());
        QCOMPARE(layOut(Tariff(), berlin.day({2025, 6, 5}), berlin).cost({1}),
                 std::optional<Money>());
    }

    void standingChargeOfDays()
    {
        Tariff tariff = with({flat({2025, 1, 1}, 3000)});
        tariff.plans[0].standingChargePerDayE4 = 1234;
        const TimeRange day = berlin.day({2025, 6, 5});
        QCOMPARE(standingCharge(tariff, day, berlin), std::optional(Money::ofE4(1234)));
        QCOMPARE(standingCharge(tariff, {day.startUtcMs + 1, day.endUtcMs}, berlin),
                 std::optional(Money()));
        QCOMPARE(standingCharge(tariff, {day.startUtcMs + 1, day.endUtcMs + 1}, berlin),
                 std::optional(Money::ofE4(1234)));
        QCOMPARE(standingCharge(tariff, {5, 5}, berlin), std::optional(Money()));
        QCOMPARE(standingCharge(Tariff(), day, berlin), std::optional<Money>());
        // The last day there is ends the sum.
        QVERIFY(standingCharge(
                    tariff,
                    {berlin.dayStartUtcMs({9999, 12, 1}), std::numeric_limits<qint64>::max()},
                    berlin) == Money::ofE4(31 * 1234));
    }
};

QTEST_GUILESS_MAIN(TestTariff)
#include "tst_tariff.moc"
