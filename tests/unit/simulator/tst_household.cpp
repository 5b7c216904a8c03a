// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QtTest>
#include <cmath>

#include "protocol/models.h"
#include "simulator/household.h"
#include "simulator/power_meter.h"

using namespace outlet;
using namespace std::chrono_literals;
using protocol::Framing;

namespace {

/// What the outlet shows \a after its start.
double wattsAfter(const SimulatedOutletSpec &spec, std::chrono::seconds after)
{
    PowerMeter meter(spec.appliance, spec.seed, spec.rating, spec.localSecondAtStart.value() * 1000,
                     0ms, spec.relayOn);
    meter.advanceTo(after);
    return meter.powerWatts();
}

} // namespace

class TestHousehold : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theDemoHasItsEightOutlets()
    {
        const QList<SimulatedOutletSpec> specs = demoSpecs();
        QStringList names;
        QStringList rooms;
        QStringList icons;
        QSet<QString> ids;
        for (const SimulatedOutletSpec &spec : specs) {
            names << spec.name;
            rooms << spec.room;
            icons << spec.icon;
            ids << spec.id;
            QVERIFY(QFile::exists(
                QStringLiteral(OUTLET_SOURCE_DIR "/resources/icons/%1.svg").arg(spec.icon)));
            if (const protocol::Model *model = protocol::findModel(spec.modelKey))
                QCOMPARE(spec.rating, model->rating);
            else
                QCOMPARE(spec.name, QStringLiteral("Hall lamp"));
        }
        QCOMPARE(names.join(u','), QStringLiteral("Freezer,Office desk,TV & console,Space heater,"
                                                  "Aquarium,Washing machine,Coffee maker,Hall "
                                                  "lamp"));
        QCOMPARE(rooms.join(u','), QStringLiteral("Kitchen,Study,Living room,Bedroom,Living room,"
                                                  "Laundry,Kitchen,Hallway"));
        QCOMPARE(icons.join(u','),
                 QStringLiteral("freezer,desk,tv,heater,fish,washer,coffee,lamp"));
        QCOMPARE(ids.size(), 8);
        QCOMPARE(demoSpecs().constFirst().id, specs.constFirst().id);
    }

    void theDemoShowsSomethingSoon()
    {
        const QList<SimulatedOutletSpec> specs = demoSpecs();
        QVERIFY(wattsAfter(specs[0], 10s) < 2 && wattsAfter(specs[0], 300s) > 75);
        QVERIFY(wattsAfter(specs[1], 10s) >= 100 && wattsAfter(specs[1], 300s) >= 100);
        QVERIFY(wattsAfter(specs[2], 10s) > 110 && wattsAfter(specs[2], 300s) < 5);
        QVERIFY(wattsAfter(specs[3], 10s) < 790 && wattsAfter(specs[3], 25s) > 1300);
        QVERIFY(specs[3].warnAboveWatts.value() == 1200);
        QVERIFY(!specs[4].relayOn && !specs[5].relayOn);
        QVERIFY(wattsAfter(specs[6], 10s) > 850);
        QVERIFY(std::abs(wattsAfter(specs[6], 60s) - 31.6) < 0.2);
        QCOMPARE(specs[6].faults.neverConfirms, NeverConfirms::TurningOff);
        QVERIFY(specs[7].faults.presence->onlineFor < specs[7].faults.presence->awayFor / 10);
    }

    void theNewOutletIsUnnamed()
    {
        const SimulatedOutletSpec spec = newOutletSpec();
        QVERIFY(spec.id.endsWith(QStringLiteral("4f2a")));
        QCOMPARE(spec.id.size(), 36);
        QVERIFY(spec.name.isEmpty() && spec.room.isEmpty() && spec.modelKey.isEmpty());
    }

    void equalOptionsMakeEqualHouseholds()
    {
        HouseholdOptions options;
        options.count = 500;
        options.neverConfirming = {3, 40};
        const auto one = mixedHousehold(options);
        const auto same = mixedHousehold(options);
        options.seed = 2;
        const auto other = mixedHousehold(options);
        QSet<QString> ids;
        QSet<QString> names;
        int aes = 0;
        int never = 0;
        for (qsizetype i = 0; i < one.size(); ++i) {
            QCOMPARE(one[i].id, same[i].id);
            QCOMPARE(one[i].seed, same[i].seed);
            QCOMPARE(one[i].framing, same[i].framing);
            QVERIFY(one[i].id != other[i].id);
            ids << one[i].id;
            names << one[i].name;
            aes += one[i].framing == Framing::Aes;
            never += one[i].faults.neverConfirms == NeverConfirms::Everything;
            const protocol::Model *model = protocol::findModel(one[i].modelKey);
            QVERIFY(model);
            QCOMPARE(model->rating, one[i].rating);
        }
        QCOMPARE(ids.size(), 500);
        QCOMPARE(names.size(), 500);
        QVERIFY(aes > 200 && aes < 300);
        QCOMPARE(never, 2);
    }

    void framingCanBeChosen()
    {
        HouseholdOptions options;
        options.count = 50;
        options.framing = FramingMix::Text;
        for (const SimulatedOutletSpec &spec : mixedHousehold(options))
            QCOMPARE(spec.framing, Framing::Text);
        options.framing = FramingMix::Aes;
        for (const SimulatedOutletSpec &spec : mixedHousehold(options))
            QCOMPARE(spec.framing, Framing::Aes);
    }
};

QTEST_GUILESS_MAIN(TestHousehold)
#include "tst_household.moc"
