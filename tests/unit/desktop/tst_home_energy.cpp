// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "automation/countdown_service.h"
#include "base/manual_clock.h"
#include "desktop/format.h"
#include "desktop/home_energy.h"
#include "desktop/outlet_face.h"
#include "fake_energy.h"
#include "outlets/outlet_registry.h"

using namespace outlet;
using namespace outlet::test;

namespace {

constexpr qint64 kKwh = 3'600'000;

Tariff someTariff()
{
    Tariff tariff;
    PricePlan plan;
    plan.name = QStringLiteral("Flat");
    plan.validFrom = QDate(2025, 1, 1);
    plan.periods = {{QString(), 2000}};
    tariff.plans = {plan};
    return tariff;
}

EnergyFigure figure(qint64 joules, qint64 priceE4)
{
    EnergyFigure one;
    one.joules = joules;
    if (priceE4 > 0)
        one.cost = Money::ofEnergy(joules, int(priceE4));
    return one;
}

} // namespace

/// Energy and cost in the words of the summary bar and of the cards.
class TestHomeEnergy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void writesEnergyAndMoney()
    {
        const auto energy = [](double kwh) {
            return Format::energy(qint64(kwh * kKwh)).text().replace(QChar(0x00a0), u' ');
        };
        QCOMPARE(energy(0), QStringLiteral("0.00 kWh"));
        QCOMPARE(energy(0.001), QStringLiteral("< 0.01 kWh"));
        QCOMPARE(energy(0.98), QStringLiteral("0.98 kWh"));
        QCOMPARE(energy(9.994), QStringLiteral("9.99 kWh"));
        QCOMPARE(energy(9.996), QStringLiteral("10.0 kWh"));
        QCOMPARE(energy(62.74), QStringLiteral("62.7 kWh"));
        QCOMPARE(energy(999.96), QStringLiteral("1,000 kWh"));
        QCOMPARE(energy(12345), QStringLiteral("12,345 kWh"));
        const auto money = [](qint64 e4, const char *currency) {
            return Format::money(Money::ofE4(e4), QLatin1StringView(currency))
                .replace(QChar(0x00a0), u' ');
        };
        QCOMPARE(money(1700, "USD"), QStringLiteral("$0.17"));
        QCOMPARE(money(395'200, "USD"), QStringLiteral("$39.52"));
        QCOMPARE(money(0, "USD"), QStringLiteral("$0.00"));
        QCOMPARE(money(20, "USD"), QStringLiteral("< $0.01"));
        QCOMPARE(money(1700, "EUR"), QStringLiteral("EUR 0.17"));
        QCOMPARE(money(1700, ""), QStringLiteral("0.17"));
        QCOMPARE(Format::money(std::nullopt, QStringLiteral("USD")), QStringLiteral("–"));
    }

    void saysNothingWithoutAHistory()
    {
        const HomeEnergy home(nullptr);
        QVERIFY(!home.available());
        QVERIFY(home.todayText().isEmpty());
    }

    void unknownIsNotZero()
    {
        FakeEnergy source;
        const HomeEnergy home(&source);
        QVERIFY(home.available());
        QVERIFY(!home.hasPrices());
        QCOMPARE(home.todayText(), QStringLiteral("–"));
        QCOMPARE(home.monthText(), QStringLiteral("–"));
        QCOMPARE(home.costText(), QStringLiteral("–"));
        QCOMPARE(home.projectionText(), QStringLiteral("–"));
    }

    void followsTheFigures()
    {
        FakeEnergy source;
        HomeEnergy home(&source);
        const QSignalSpy changed(&home, &HomeEnergy::changed);
        source.code = QStringLiteral("USD");
        source.todayOf[{}] = figure(qint64(7.9 * kKwh), 0);
        source.monthOf[{}] = figure(119 * kKwh, 0);
        Q_EMIT source.figuresChanged();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(home.todayText(), QStringLiteral("7.90"));
        QCOMPARE(home.todayUnit(), QStringLiteral("kWh"));
        QCOMPARE(home.monthText(), QStringLiteral("119.0"));
        QCOMPARE(home.costText(), QStringLiteral("–"));
        QVERIFY(home.todayNote().isEmpty());

        source.prices = someTariff();
        source.todayOf[{}] = figure(qint64(7.9 * kKwh), 2000);
        source.todayOf[{}].missingMs = 80 * 60'000;
        source.monthOf[{}] = figure(119 * kKwh, 2000);
        source.projected = figure(200 * kKwh, 2000);
        Q_EMIT source.tariffChanged();
        QVERIFY(home.hasPrices());
        QCOMPARE(home.costText(), QStringLiteral("$1.58"));
        QCOMPARE(home.projectionText(), QStringLiteral("$40.00"));
        QCOMPARE(home.projectionNote(), QStringLiteral("$23.80 so far"));
        QVERIFY(home.todayNote().contains(QStringLiteral("missing")));
        Q_EMIT source.figuresChanged();
        QCOMPARE(changed.size(), 2); // nothing new, nothing said
    }

    void cardsSayWhatTheirOutletUsed()
    {
        FakeEnergy source;
        ManualClock clock;
        clock.setUtcMs(1'763'467'200'000);
        OutletRegistry registry(clock, nullptr);
        CountdownService countdowns(registry, clock);
        Outlet *outlet = registry.findOrAdd(QStringLiteral("a"));
        source.todayOf[QStringLiteral("a")] = figure(kKwh / 2, 2000);
        source.code = QStringLiteral("USD");
        OutletFace face(*outlet, {registry, countdowns, clock, {}, &source});
        QVERIFY(face.energyTodayText().isEmpty()); // new: nothing is recorded
        registry.allow(outlet);
        QCOMPARE(face.energyTodayText().replace(QChar(0x00a0), u' '), QStringLiteral("0.50 kWh"));
        QCOMPARE(face.costTodayText(), QStringLiteral("$0.10 today"));
        const QSignalSpy changed(&face, &OutletFace::energyChanged);
        source.todayOf[QStringLiteral("a")] = figure(kKwh, 0);
        Q_EMIT source.figuresChanged();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(face.costTodayText(), QStringLiteral("today"));
        source.todayOf.clear();
        Q_EMIT source.figuresChanged();
        QCOMPARE(face.energyTodayText(), QStringLiteral("–"));
    }
};

QTEST_MAIN(TestHomeEnergy)
#include "tst_home_energy.moc"
