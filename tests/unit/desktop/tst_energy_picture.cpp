// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QTest>
#include <cmath>

#include "base/manual_clock.h"
#include "desktop/energy/energy_comparison.h"
#include "desktop/energy/energy_picture.h"
#include "desktop/energy/rate_words.h"
#include "hourly_energy.h"
#include "plain_text.h"

using namespace outlet;
using namespace outlet::test;

namespace {

using Kind = EnergyPeriod::Kind;

qint64 at(const char *iso)
{
    return *LocalCalendar(QTimeZone("America/New_York"), Qt::Sunday)
                .instantFromText(QString::fromLatin1(iso));
}

/// Numbers that no rounding hides.
std::optional<qint64> odd(const QString &id, qint64 utcMs)
{
    return 1 + (utcMs / HourlyEnergy::kQuarterMs * 7919 + id.size() * 104'729) % 99'991;
}

} // namespace

/// Periods, sums, missing time, comparison and prices, as plain values.
class TestEnergyPicture : public QObject
{
    Q_OBJECT

    const LocalCalendar m_local{QTimeZone("America/New_York"), Qt::Sunday};

    EnergyPeriod period(Kind kind, const char *iso, int billingDay = 1) const
    {
        return {kind, at(iso), m_local, billingDay};
    }
    static QList<EnergyOutlet> outlets(const HourlyEnergy &energy, const QStringList &ids)
    {
        QList<EnergyOutlet> list;
        for (const QString &id : ids)
            list.append(
                {id,
                 id.toUpper(),
                 {},
                 {},
                 0,
                 energy.firsts.contains(id) ? std::optional(energy.firsts[id]) : std::nullopt});
        return list;
    }
    static EnergyPicture picture(const HourlyEnergy &energy, const QStringList &ids,
                                 const EnergyPeriod &period, const Clock &clock,
                                 const Expectation &expected = {})
    {
        return makeEnergyPicture(energy.reply(ids, period.edges()), outlets(energy, ids), period,
                                 energy.prices, QStringLiteral("USD"), clock.utcMs(), expected);
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void periodsHaveTitles()
    {
        QCOMPARE(period(Kind::Month, "2025-11-17").title(), QStringLiteral("November 2025"));
        QCOMPARE(period(Kind::Week, "2025-11-17").title(),
                 QStringLiteral("Nov 16 to Nov 22, 2025"));
        QCOMPARE(period(Kind::Week, "2025-12-31").title(),
                 QStringLiteral("Dec 28, 2025 to Jan 3, 2026"));
        QCOMPARE(period(Kind::Year, "2025-11-17").title(), QStringLiteral("2025"));
        QCOMPARE(period(Kind::Day, "2025-11-17").title(), QStringLiteral("Mon, Nov 17, 2025"));
        QCOMPARE(period(Kind::Month, "2025-11-17", 15).title(),
                 QStringLiteral("Nov 15 to Dec 14, 2025"));
    }

    void periodsMoveThroughTime()
    {
        QCOMPARE(period(Kind::Month, "2025-11-17").previous().title(),
                 QStringLiteral("October 2025"));
        QCOMPARE(period(Kind::Month, "2025-12-17").next().title(), QStringLiteral("January 2026"));
        QCOMPARE(period(Kind::Year, "2025-11-17").previous().title(), QStringLiteral("2024"));
        QCOMPARE(period(Kind::Day, "2025-03-01").previous().title(),
                 QStringLiteral("Fri, Feb 28, 2025"));
        QCOMPARE(period(Kind::Month, "2025-11-17").nameOfPrevious(true), QStringLiteral("October"));
        QCOMPARE(period(Kind::Month, "2025-11-17", 15).nameOfPrevious(true),
                 QStringLiteral("last month"));
        QCOMPARE(period(Kind::Week, "2025-11-17").nameOfPrevious(false),
                 QStringLiteral("the week before"));
    }

    /// The months of a year are billing months, so that a bar opens what it stands for.
    void aYearIsMadeOfBillingMonths()
    {
        const EnergyPeriod year = period(Kind::Year, "2025-01-10", 15);
        QCOMPARE(year.title(), QStringLiteral("2024")); // until January 14
        const QList<qint64> edges = year.edges();
        QCOMPARE(edges.size(), 13);
        for (qsizetype i = 0; i + 1 < edges.size(); ++i) {
            const EnergyPeriod month = year.as(Kind::Month, edges.at(i));
            QCOMPARE(month.range().startUtcMs, edges.at(i));
            QCOMPARE(month.range().endUtcMs, edges.at(i + 1));
        }
    }

    void clockChangesMakeLongAndShortDays()
    {
        QCOMPARE(period(Kind::Day, "2025-11-02").edges().size() - 1, 25);
        QCOMPARE(period(Kind::Day, "2025-03-09").edges().size() - 1, 23);
    }

    /// Year, months and days, parts and whole: joules and money add up to the smallest unit.
    void thePartsAreTheWhole()
    {
        ManualClock clock(at("2026-02-01"));
        HourlyEnergy energy(clock);
        energy.prices = peakPrices();
        energy.joules = odd;
        const QStringList ids{QStringLiteral("a"), QStringLiteral("bb"), QStringLiteral("ccc")};
        for (const QString &id : ids)
            energy.firsts[id] = at("2024-01-01");
        const EnergyPeriod year = period(Kind::Year, "2025-06-01");
        const EnergyPicture whole = picture(energy, ids, year, clock);
        QVERIFY(*whole.total.joules > 1'000'000'000);

        BarAmount fromShares;
        for (const EnergyShare &share : whole.shares)
            fromShares.add(share.amount);
        QVERIFY(fromShares == whole.total);
        qint64 joules = 0;
        Money cost;
        for (const RateUse &use : whole.rates) {
            joules += use.joules;
            cost += use.cost;
        }
        QCOMPARE(joules, *whole.total.joules);
        QVERIFY(cost == *whole.total.cost);

        BarAmount fromMonths;
        BarAmount fromDays;
        for (const BarBucket &bar : whole.bars.buckets) {
            const EnergyPeriod month = year.as(Kind::Month, bar.range.startUtcMs);
            const EnergyPicture picture_ = picture(energy, ids, month, clock);
            fromMonths.add(picture_.total);
            for (const BarSeries &series : picture_.bars.series) {
                for (const BarAmount &value : series.values)
                    fromDays.add(value);
            }
        }
        QVERIFY(fromMonths == whole.total);
        QVERIFY(fromDays == whole.total);
        QCOMPARE(fromDays.cost->cents(), whole.total.cost->cents());
    }

    void missingTimeCountsFromTheFirstDataOn()
    {
        ManualClock clock(at("2025-11-18T12:00:00"));
        HourlyEnergy energy(clock);
        const QString a = QStringLiteral("a");
        const QString late = QStringLiteral("late");
        energy.firsts = {{a, at("2025-01-01")}, {late, at("2025-11-18T08:00:00")}};
        const qint64 gap = at("2025-11-17T10:00:00");
        energy.joules = [&](const QString &id, qint64 utcMs) -> std::optional<qint64> {
            const bool isGap = id == a && utcMs >= gap && utcMs < gap + 45 * 60'000;
            return isGap ? std::nullopt : std::optional<qint64>(1000);
        };
        const EnergyPicture picture_ = picture(energy, {a, late, QStringLiteral("never")},
                                               period(Kind::Month, "2025-11-18"), clock);
        QCOMPARE(picture_.outletsMissing, 1);
        QCOMPARE(picture_.missingMs, 45 * 60'000);
        QCOMPARE(picture_.bars.buckets.at(16).missingMs, 45 * 60'000);
        QCOMPARE(picture_.bars.buckets.at(17).missingMs, 0); // the rest of today is not missing
        QVERIFY(picture_.bars.buckets.at(17).isCurrent);
        QVERIFY(!picture_.bars.buckets.at(17).isFuture);
        QVERIFY(picture_.bars.buckets.at(18).isFuture);
        QVERIFY(!picture_.shares.at(2).amount.joules);
        QVERIFY(!picture_.bars.series.at(1).values.at(10).joules); // not known is not 0
        QVERIFY(!picture_.total.cost);                             // no prices
        QVERIFY(picture_.rates.isEmpty());
    }

    void daysToComeAreExpected()
    {
        ManualClock clock(at("2025-11-18T12:00:00"));
        HourlyEnergy energy(clock);
        energy.prices = peakPrices();
        energy.firsts = {{QStringLiteral("a"), at("2025-01-01")}};
        energy.joules = [](const QString &, qint64) { return 100; };
        QList<TimeRange> asked;
        const EnergyPicture picture_ =
            picture(energy, {QStringLiteral("a")}, period(Kind::Month, "2025-11-18"), clock,
                    [&](TimeRange range) -> std::optional<EnergyFigure> {
                        asked.append(range);
                        EnergyFigure figure;
                        figure.joules = 5000;
                        return figure;
                    });
        QCOMPARE(asked.size(), 13); // the rest of today, and 12 days
        QCOMPARE(asked.first().startUtcMs, clock.utcMs());
        QVERIFY(!picture_.bars.buckets.at(16).projected.joules);
        QCOMPARE(picture_.bars.buckets.at(17).projected.joules, std::optional<qint64>(9800));
        QCOMPARE(picture_.bars.buckets.at(18).projected.joules, std::optional<qint64>(5000));
        // What is expected is no part of the sums.
        QCOMPARE(picture_.total.joules, std::optional<qint64>((17 * 96 + 48 + 4) * 100));
    }

    void comparesWithThePeriodBefore()
    {
        ManualClock clock(at("2025-11-16"));
        HourlyEnergy energy(clock);
        energy.prices = peakPrices();
        energy.firsts = {{QStringLiteral("a"), at("2025-01-01")}};
        const qint64 november = at("2025-11-01");
        energy.joules = [&](const QString &, qint64 utcMs) {
            return utcMs < november ? 2000 : 1000;
        };
        const EnergyPeriod month = period(Kind::Month, "2025-11-10");
        const QStringList ids{QStringLiteral("a")};
        const EnergyPicture before = picture(energy, ids, month.previous(), clock);
        EnergyPicture now = picture(energy, ids, month, clock);
        EnergyComparison comparison = compareEnergy(now, before, clock.utcMs(), false);
        QVERIFY(comparison.isSoFar); // nothing is expected: only what has passed is compared
        QVERIFY(std::abs(*comparison.change + 0.5) < 0.01);
        QVERIFY(!comparison.lines.end);
        QCOMPARE(comparison.lines.length, 31);
        QCOMPARE(comparison.lines.before.size(), 32);
        QCOMPARE(comparison.lines.now.size(), 16);
        QCOMPARE(comparison.lines.now.constLast().place, 15.0);

        now = picture(energy, ids, month, clock, [](TimeRange range) {
            EnergyFigure figure;
            figure.joules = range.lengthMs() / HourlyEnergy::kQuarterMs * 1000;
            figure.cost = Money();
            return figure;
        });
        comparison = compareEnergy(now, before, clock.utcMs(), false);
        QVERIFY(!comparison.isSoFar);
        const double october = double(*before.total.joules) / 3'600'000;
        const double expected = double(*now.total.joules + 15 * 96 * 1000) / 3'600'000;
        QVERIFY(std::abs(*comparison.lines.end - expected) < 1e-9);
        QVERIFY(std::abs(*comparison.change - (expected / october - 1)) < 1e-9);

        clock.setUtcMs(at("2025-12-05"));
        now = picture(energy, ids, month, clock);
        comparison = compareEnergy(now, before, clock.utcMs(), true);
        QVERIFY(!comparison.isSoFar && !comparison.lines.end); // over
        QVERIFY(comparison.change);
    }

    void doesNotCompareWithWhatIsHardlyKnown()
    {
        ManualClock clock(at("2025-12-05"));
        HourlyEnergy energy(clock);
        energy.joules = [](const QString &, qint64) { return 1000; };
        const QStringList ids{QStringLiteral("a")};
        const EnergyPeriod month = period(Kind::Month, "2025-11-10");
        const auto compared = [&](const char *first) {
            energy.firsts = {{QStringLiteral("a"), at(first)}};
            return compareEnergy(picture(energy, ids, month, clock),
                                 picture(energy, ids, month.previous(), clock), clock.utcMs(),
                                 false);
        };
        const EnergyComparison little = compared("2025-10-08"); // 24 of 31 days: 77 %
        QVERIFY(little.tooLittleKnown);
        QVERIFY(!little.change);
        QVERIFY(little.lines.before.isEmpty());
        const EnergyComparison enough = compared("2025-10-06"); // 26 days: 84 %
        QVERIFY(!enough.tooLittleKnown);
        QVERIFY(enough.change);
        const EnergyComparison none = compared("2025-11-02");
        QVERIFY(!none.tooLittleKnown); // there was nothing
        QVERIFY(!none.change);
    }

    void thePriceNowAndUntilWhen()
    {
        const Tariff prices = peakPrices();
        const QString usd = QStringLiteral("USD");
        const auto words = [&](const char *iso) {
            const auto now = RateWords::now(prices, m_local, usd, at(iso));
            return plain(now ? now->text : QString());
        };
        QCOMPARE(words("2025-11-18T17:30:00"),
                 QStringLiteral("Peak now · $0.24/kWh until 9:00 PM"));
        QCOMPARE(words("2025-11-18T12:00:00"),
                 QStringLiteral("Off-peak now · $0.13/kWh until 4:00 PM"));
        QCOMPARE(words("2025-11-18T22:00:00"),
                 QStringLiteral("Off-peak now · $0.13/kWh until Wed 4:00 PM"));
        QVERIFY(RateWords::now(prices, m_local, usd, at("2025-11-18T17:30:00"))->isDearest);
        QVERIFY(!RateWords::now({}, m_local, usd, at("2025-11-18T17:30:00")));
        Tariff flat = prices;
        flat.plans.first().periods.removeLast();
        flat.plans.first().grid = {};
        QVERIFY(!RateWords::now(flat, m_local, usd, at("2025-11-18T17:30:00")));
    }

    void theTimesOfAPrice()
    {
        PricePlan plan = peakPrices().plans.first();
        const QDate day(2025, 11, 18);
        QCOMPARE(RateWords::times(plan, 1, day), QStringLiteral("4 PM to 9 PM"));
        QCOMPARE(RateWords::times(plan, 0, day), QStringLiteral("Other times"));
        plan.grid[5] = plan.grid[6] = {};
        QCOMPARE(RateWords::times(plan, 1, day), QStringLiteral("Mon to Fri, 4 PM to 9 PM"));
        plan.grid[0] = {};
        QCOMPARE(RateWords::times(plan, 1, day), QString()); // not said shortly
        plan.grid = {};
        QCOMPARE(RateWords::times(plan, 0, day), QStringLiteral("All day"));
        QCOMPARE(RateWords::times(plan, 1, day), QString());
        PricePlan night = peakPrices().plans.first();
        for (auto &cells : night.grid) {
            cells = {};
            for (std::size_t half = 44; half < 48; ++half)
                cells[half] = 1;
            for (std::size_t half = 0; half < 12; ++half)
                cells[half] = 1;
        }
        QCOMPARE(RateWords::times(night, 1, day), QStringLiteral("10 PM to 6 AM"));
    }
};

QTEST_GUILESS_MAIN(TestEnergyPicture)
#include "tst_energy_picture.moc"
