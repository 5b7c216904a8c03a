// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QtTest>

#include "desktop/home_totals.h"
#include "desktop_fixture.h"

using namespace outlet;
using namespace std::chrono_literals;

class TestHomeTotals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsAndPower()
    {
        DesktopFixture home;
        HomeTotals totals(home.faces);
        QCOMPARE(totals.power().text, QStringLiteral("–"));
        Outlet *freezer = home.addKnown(QStringLiteral("Freezer"));
        Outlet *heater = home.addKnown(QStringLiteral("Space heater"));
        Outlet *lamp = home.addKnown(QStringLiteral("Lamp"));
        Outlet *silent = home.addKnown(QStringLiteral("Coffee maker"));
        home.addNew(QStringLiteral("4f2a"));
        home.switched(freezer, true);
        home.measure(freezer, 82.4);
        home.switched(heater, true);
        home.measure(heater, 1312);
        home.switched(silent, false);
        silent->setLinkState(LinkState::Silent);
        lamp->setLinkState(LinkState::Offline);
        home.advance(1s);
        QCOMPARE(totals.countsText(), QStringLiteral("4 outlets · 2 on · 1 offline"));
        QCOMPARE(totals.devicesCountsText(),
                 QStringLiteral("4 outlets · 2 online · 1 silent · 1 offline"));
        QCOMPARE(totals.counts().isNew, 1);
        QCOMPARE(totals.power().text, QStringLiteral("1.39"));
        QCOMPARE(totals.power().unit, QStringLiteral("kW"));
        QCOMPARE(totals.power().note, QStringLiteral("Space heater is using 94%"));
        QCOMPARE(*totals.watts(), 1394.4);
    }

    void afterAStartOutletsConnectAndAreNotOffline()
    {
        DesktopFixture home;
        HomeTotals totals(home.faces);
        home.addKnown(QStringLiteral("One"))->setLinkState(LinkState::Connecting);
        home.advance(1s);
        QCOMPARE(totals.countsText(), QStringLiteral("1 outlet · 0 on · 1 connecting"));
        QCOMPARE(totals.counts().offline, 0);
    }

    void whatIsNotCountedIsSaid()
    {
        DesktopFixture home;
        HomeTotals totals(home.faces);
        Outlet *one = home.addKnown(QStringLiteral("One"));
        Outlet *two = home.addKnown(QStringLiteral("Two"));
        home.switched(one, true);
        home.measure(one, 50);
        two->setLinkState(LinkState::Offline);
        home.advance(1s);
        QCOMPARE(totals.power().note, QStringLiteral("1 outlet not counted"));
        one->setLinkState(LinkState::Offline);
        home.advance(1s);
        QCOMPARE(totals.power().text, QStringLiteral("–")); // unknown, not 0
    }

    void simulatedOnesDoNotMix()
    {
        DesktopFixture home;
        HomeTotals totals(home.faces);
        Outlet *real = home.addKnown(QStringLiteral("Real"), {}, QStringLiteral("aaaa"));
        home.simulatedIds = {QStringLiteral("00000000-0000-4000-8000-00000000bbbb")};
        Outlet *fake = home.addKnown(QStringLiteral("Simulated"), {}, QStringLiteral("bbbb"));
        home.switched(fake, true);
        home.measure(fake, 500);
        home.switched(real, true);
        home.measure(real, 50);
        home.advance(1s);
        QVERIFY(home.face(fake)->simulated());
        QCOMPARE(*totals.watts(), 50.0);
        home.registry.forget(real);
        home.advance(1s);
        QCOMPARE(*totals.watts(), 500.0); // nothing real to mix with
    }

    void changesOfAMomentAreToldOnce()
    {
        DesktopFixture home;
        HomeTotals totals(home.faces);
        QList<Outlet *> outlets;
        for (int i = 0; i < 8; ++i)
            outlets += home.addKnown(QStringLiteral("Outlet %1").arg(i));
        home.advance(1s);
        QSignalSpy power(&totals, &HomeTotals::powerChanged);
        for (Outlet *outlet : outlets) {
            home.switched(outlet, true);
            home.measure(outlet, 10);
        }
        QCOMPARE(power.count(), 0);
        home.advance(1s);
        QCOMPARE(power.count(), 1);
        QCOMPARE(totals.live().points().last().watts, std::optional(80.0));
    }
};

QTEST_MAIN(TestHomeTotals)
#include "tst_home_totals.moc"
