// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QtTest>
#include <algorithm>
#include <cmath>
#include <vector>

#include "simulator/appliance.h"

using namespace outlet;

namespace {

constexpr qint64 kDay = 86400;
constexpr qint64 kTuesday = 1763424000; // 2025-11-18 00:00
constexpr qint64 kLongOn = 5 * kDay;

double watts(const Appliance &appliance, qint64 second, qint64 on = kLongOn)
{
    return static_cast<double>(appliance.milliwatts(second, on)) / 1000.0;
}

double mean(const Appliance &appliance, qint64 from, qint64 to)
{
    double sum = 0;
    for (qint64 s = from; s < to; ++s)
        sum += watts(appliance, s);
    return sum / static_cast<double>(to - from);
}

} // namespace

class TestAppliance : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyKind_data()
    {
        QTest::addColumn<ApplianceKind>("kind");
        for (const ApplianceKind kind : applianceKinds())
            QTest::addRow("%s", qPrintable(applianceName(kind))) << kind;
        QCOMPARE(applianceKinds().size(), 11u);
    }
    // Equal for equal seeds and in any order of asking, different for others, within the rating.
    void everyKind()
    {
        QFETCH(ApplianceKind, kind);
        const Appliance one(kind, 1, 1200);
        const Appliance same(kind, 1, 1200);
        const Appliance other(kind, 2, 1200);
        const Appliance small(kind, 1, 20);
        std::vector<qint64> forwards;
        for (qint64 s = 0; s < kDay; s += 7)
            forwards.push_back(one.milliwatts(kTuesday + s, s));
        bool differs = false;
        for (auto i = static_cast<qint64>(forwards.size()) - 1; i >= 0; --i) {
            const qint64 s = i * 7;
            const qint64 drawn = same.milliwatts(kTuesday + s, s);
            QCOMPARE(drawn, forwards[static_cast<std::size_t>(i)]);
            QVERIFY(drawn > 0 && drawn <= 1'200'000);
            QVERIFY(small.milliwatts(kTuesday + s, s) <= 20'000);
            differs = differs || other.milliwatts(kTuesday + s, s) != drawn;
        }
        QVERIFY(differs);
    }

    void freezerRunsAThirdOfTheTimeAfterAPeak()
    {
        const Appliance freezer(ApplianceKind::Freezer, 3, 840);
        int running = 0;
        int starts = 0;
        bool ran = watts(freezer, kTuesday) > 40;
        for (qint64 s = kTuesday + 1; s < kTuesday + 2 * kDay; ++s) {
            const double now = watts(freezer, s);
            const bool runs = now > 40;
            if (runs && !ran) {
                ++starts;
                QVERIFY2(now > 500, "the start is a peak");
                const double settled = watts(freezer, s + 300);
                QVERIFY(settled > 74 && settled < 86);
            }
            running += runs ? 1 : 0;
            ran = runs;
        }
        QVERIFY(starts >= 70 && starts <= 73); // every 40 minutes
        const double duty = running / (2.0 * kDay);
        QVERIFY2(duty > 0.32 && duty < 0.38, qPrintable(QString::number(duty)));
    }

    void theDeskWorksByDayAndRestsByNight()
    {
        const Appliance desk(ApplianceKind::OfficeDesk, 4, 840);
        for (qint64 s = kTuesday + 8 * 3600; s < kTuesday + 12 * 3600; ++s)
            QVERIFY(watts(desk, s) >= 100 && watts(desk, s) <= 170);
        QVERIFY(mean(desk, kTuesday + 1800, kTuesday + 7 * 3600) < 5);
    }

    void theHeaterHasTwoSteps()
    {
        const Appliance heater(ApplianceKind::SpaceHeater, 5, 1800);
        int weak = 0;
        int strong = 0;
        int resting = 0;
        for (qint64 s = kTuesday + 8 * 3600; s < kTuesday + 20 * 3600; ++s) {
            const double now = watts(heater, s);
            weak += now > 770 && now < 790;
            strong += now > 1300 && now < 1320;
            resting += now < 20;
        }
        QCOMPARE(weak + strong + resting, 12 * 3600);
        QVERIFY(strong > weak && weak > 0 && resting > 0);
    }

    void theWasherRunsOnceWhenSwitchedOn()
    {
        const Appliance washer(ApplianceKind::WashingMachine, 6, 1200);
        const qint64 at = kTuesday + 2 * 3600; // nobody washes by itself at night
        QVERIFY(watts(washer, at, 30) < 3);
        QVERIFY(watts(washer, at, 60 + 200) > 800);        // heats
        QVERIFY(watts(washer, at, 60 + 3420 + 400) > 400); // spins
        QVERIFY(watts(washer, at, 60 + 3900) < 3);
    }

    void coffeeBrewsThenKeepsWarm()
    {
        const Appliance maker(ApplianceKind::CoffeeMaker, 7, 1200);
        const qint64 at = kTuesday + 10 * 3600;
        QVERIFY(watts(maker, at, 10) > 890);
        const double warm = watts(maker, at, 400);
        QVERIFY(warm > 31.4 && warm < 31.8);
    }

    void televisionLampAndAquarium()
    {
        const Appliance tv(ApplianceKind::Television, 8, 1200);
        int on = 0;
        int standby = 0;
        for (qint64 s = kTuesday; s < kTuesday + kDay; s += 5) {
            const double now = watts(tv, s);
            on += now > 110 && now < 130;
            standby += now > 4.3 && now < 4.5;
        }
        QCOMPARE(on + standby, static_cast<int>(kDay / 5));
        QVERIFY(on > 0 && standby > on);

        const Appliance lamp(ApplianceKind::Lamp, 8, 840);
        QVERIFY(std::abs(mean(lamp, kTuesday, kTuesday + 3600) - 9.0) < 0.02);
        const Appliance fish(ApplianceKind::Aquarium, 8, 840);
        QVERIFY(std::abs(mean(fish, kTuesday + 12 * 3600, kTuesday + 13 * 3600) - 25.0) < 0.1);
        QVERIFY(std::abs(mean(fish, kTuesday + 3600, kTuesday + 2 * 3600) - 7.0) < 0.1);
    }

    // Times before 1970 are nonsense that must not become an index or an endless curve.
    void strangeTimesAreHarmless()
    {
        for (const ApplianceKind kind : applianceKinds()) {
            const Appliance appliance(kind, 9, 840);
            for (const qint64 second : {qint64(-1), qint64(-86401), qint64(1) << 40})
                QVERIFY(appliance.milliwatts(second, 0) >= 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestAppliance)
#include "tst_appliance.moc"
