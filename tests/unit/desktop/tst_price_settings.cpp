// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "app/demo_past.h"
#include "base/manual_clock.h"
#include "desktop/currencies.h"
#include "sample_desktop.h"

using namespace outlet;
using namespace Qt::StringLiterals;

/// Saving, deleting and bringing back prices, and what belongs to all plans.
class TestPriceSettings : public QObject
{
    Q_OBJECT

    const LocalCalendar newYork{QTimeZone("America/New_York"), Qt::Sunday};
    const QDate today{2025, 11, 18};
    std::unique_ptr<ManualClock> clock;
    std::unique_ptr<SampleDesktop> desktop;

    PriceSettings &prices() { return desktop->prices; }
    SampleEnergy &energy() { return desktop->energy; }
    QString title(int row)
    {
        return prices()
            .plans()
            ->data(prices().plans()->index(row), PlanModel::TitleRole)
            .toString();
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init()
    {
        clock = std::make_unique<ManualClock>(newYork.dayStartUtcMs(today) + 17 * 3'600'000);
        desktop = std::make_unique<SampleDesktop>(*clock);
        energy().setTariff(DemoPast::tariff(today));
    }
    void cleanup() { desktop.reset(); }

    void showsThePlanThatIsUsed()
    {
        QCOMPARE(prices().plans()->count(), 3);
        QVERIFY(!prices().editor()->active());
        prices().showUsed();
        QCOMPARE(prices().current(), 1);
        QCOMPARE(prices().editor()->name(), u"Winter time-of-use"_s);
        prices().edit(0);
        prices().showUsed(); // what is looked at stays
        QCOMPARE(prices().current(), 0);
    }

    void saves()
    {
        prices().edit(1);
        QVERIFY(!prices().save()); // nothing to save
        prices().editor()->periods()->setPrice(1, u"0.26"_s);
        QVERIFY(prices().save());
        QCOMPARE(energy().tariff().plans.at(1).periods.at(1).pricePerKwhE4, 2600);
        QVERIFY(!prices().editor()->edited());
        // A new date puts it at another place, and it stays in the editor.
        prices().editor()->setValidFrom(u"2026-07-01"_s);
        QVERIFY(prices().save());
        QCOMPARE(prices().current(), 2);
        QCOMPARE(title(2), u"Winter time-of-use"_s);
    }

    void makesNewPlans()
    {
        prices().newPlan();
        QCOMPARE(prices().current(), -1);
        QVERIFY(prices().editor()->isNew());
        QCOMPARE(prices().editor()->validFrom(), u"2025-12-01"_s);
        prices().editor()->setName(u"Christmas"_s);
        QVERIFY(prices().save());
        QCOMPARE(prices().plans()->count(), 4);
        QCOMPARE(title(prices().current()), u"Christmas"_s);
        prices().duplicate(2); // its month is taken by itself, so the next one
        QCOMPARE(prices().editor()->validFrom(), u"2026-01-01"_s);
        QCOMPARE(prices().editor()->name(), u"Christmas (copy)"_s);
        prices().discard();
        QCOMPARE(prices().plans()->count(), 4);
        QVERIFY(!prices().editor()->edited());
        // Without any plan a new one begins with the year.
        energy().setTariff(Tariff());
        prices().newPlan();
        QCOMPARE(prices().editor()->validFrom(), u"2025-01-01"_s);
    }

    void deletesAndBringsBack()
    {
        const Tariff before = energy().tariff();
        QSignalSpy snack(&desktop->app, &App::snack);
        prices().edit(1);
        prices().remove(1);
        QCOMPARE(prices().plans()->count(), 2);
        QVERIFY(!prices().editor()->active());
        QCOMPARE(snack.size(), 1);
        QCOMPARE(snack.constFirst().constFirst().toString(), u"Winter time-of-use is deleted"_s);
        desktop->app.undo();
        QVERIFY(energy().tariff() == before);
        QCOMPARE(prices().current(), 1);
        // The only one: costs are not known then.
        prices().remove(2);
        prices().remove(0);
        prices().remove(0);
        QVERIFY(energy().tariff().plans.isEmpty());
        QVERIFY(!prices().editor()->active());
    }

    /// What somebody else sets meanwhile (outletctl) shows, and does not lose what is typed.
    void followsOthers()
    {
        prices().edit(1);
        Tariff other = energy().tariff();
        other.plans[1].periods[0].pricePerKwhE4 = 1111;
        energy().setTariff(other);
        QCOMPARE(prices().editor()->plan().periods.at(0).pricePerKwhE4, 1111);
        prices().editor()->setName(u"Typed"_s);
        other.plans.removeLast();
        energy().setTariff(other);
        QCOMPARE(prices().editor()->name(), u"Typed"_s);
        QVERIFY(prices().save());
        QCOMPARE(energy().tariff().plans.size(), 2);
        QCOMPARE(title(1), u"Typed"_s);
    }

    void keepsWhatBelongsToAllPlans()
    {
        QCOMPARE(prices().currencies().constFirst(), u"System (US dollar, $)"_s);
        QCOMPARE(prices().currency(), 0);
        const int euro = int(Currencies::codes().indexOf(u"EUR"_s)) + 1;
        QCOMPARE(prices().currencies().at(euro), u"Euro, €"_s);
        prices().setCurrency(euro);
        QCOMPARE(energy().tariff().currency, u"EUR"_s);
        QVERIFY(prices()
                    .plans()
                    ->data(prices().plans()->index(0), PlanModel::PricesRole)
                    .toString()
                    .startsWith(u"EUR"_s));
        prices().setCurrency(0);
        QVERIFY(energy().tariff().currency.isEmpty());
        prices().setBillingDay(15);
        QCOMPARE(energy().tariff().billingDay, 15);
        prices().setBillingDay(31);
        QCOMPARE(energy().tariff().billingDay, 15);
        QCOMPARE(prices().takeCo2(u" 380 "_s), QString());
        QCOMPARE(energy().tariff().gramsCo2PerKwh, std::optional(380));
        QCOMPARE(prices().co2(), u"380"_s);
        QCOMPARE(prices().takeCo2(u"much"_s), u"Enter 0 to 5,000 g, or leave it empty."_s);
        QCOMPARE(energy().tariff().gramsCo2PerKwh, std::optional(380));
        QCOMPARE(prices().takeCo2(u""_s), QString());
        QCOMPARE(energy().tariff().gramsCo2PerKwh, std::nullopt);
    }
};

QTEST_MAIN(TestPriceSettings)
#include "tst_price_settings.moc"
