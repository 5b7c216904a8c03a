// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QtTest>

#include "desktop_fixture.h"

using namespace outlet;
using namespace std::chrono_literals;

/// Every state of a card (design.md section 3), its texts and what comes before what.
class TestOutletFace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void on()
    {
        DesktopFixture home;
        Outlet *outlet = home.addKnown(QStringLiteral("Freezer"), QStringLiteral("Kitchen"));
        OutletFace *face = home.face(outlet);
        home.switched(outlet, true);
        home.measure(outlet, 82.4, 121.3);
        QCOMPARE(face->stripText(), QStringLiteral("Just turned on"));
        home.advance(76h);
        home.measure(outlet, 82.4, 121.3);
        QCOMPARE(face->switchState(), Ui::SwitchOn);
        QVERIFY(face->isOn() && face->switchable() && !face->offline());
        QCOMPARE(face->switchText(), QStringLiteral("On"));
        QCOMPARE(face->tileTone(), Ui::ToneAccent);
        QCOMPARE(face->readingText(), QStringLiteral("82.4"));
        QCOMPARE(face->readingUnit(), QStringLiteral("W"));
        QCOMPARE(face->readingTone(), Ui::ToneAccent);
        QCOMPARE(face->stripTone(), Ui::TonePlain);
        QCOMPARE(face->stripIcon(), QStringLiteral("power"));
        QCOMPARE(face->stripText(), QStringLiteral("On for 3 d 4 h"));
        QVERIFY(face->stripActionText().isEmpty());
        QCOMPARE(face->sinceText(), QStringLiteral("On since Nov 18"));
        QCOMPARE(plain(face->voltageText()), QStringLiteral("121.3 V"));
        QCOMPARE(plain(face->currentText()), QStringLiteral("≈ 0.68 A"));
    }

    void onSinceAnUnknownTime()
    {
        DesktopFixture home;
        Outlet *outlet = home.addKnown(QStringLiteral("Freezer"));
        outlet->applyRelay(true, RelayCause::Reported);
        home.measure(outlet, 82.4);
        QCOMPARE(home.face(outlet)->stripText(), QStringLiteral("On"));
        QCOMPARE(home.face(outlet)->sinceText(), QStringLiteral("On"));
    }

    void standby()
    {
        DesktopFixture home;
        Outlet *outlet = home.addKnown(QStringLiteral("TV"));
        OutletFace *face = home.face(outlet);
        home.switched(outlet, true);
        home.measure(outlet, 120);
        home.advance(10min);
        home.measure(outlet, 4.4);
        QCOMPARE(face->stripText(), QStringLiteral("Standby"));
        for (int i = 0; i < 4 * 6; ++i) {
            home.advance(10s);
            home.measure(outlet, 4.4);
        }
        QCOMPARE(face->stripIcon(), QStringLiteral("standby"));
        QCOMPARE(face->stripText(), QStringLiteral("Standby for 4 min"));
        QCOMPARE(face->tileTone(), Ui::ToneAccent);
        home.measure(outlet, 10); // the limit itself is no standby
        QCOMPARE(face->stripIcon(), QStringLiteral("power"));
    }

    void off()
    {
        DesktopFixture home;
        Outlet *outlet = home.addKnown(QStringLiteral("Washing machine"));
        OutletFace *face = home.face(outlet);
        home.clock.setUtcMs(home.clock.utcMs() - 290 * 60'000);
        home.switched(outlet, false);
        home.clock.setUtcMs(home.clock.utcMs() + 290 * 60'000);
        home.measure(outlet, 0, std::nullopt);
        QCOMPARE(face->switchState(), Ui::SwitchOff);
        QCOMPARE(face->tileTone(), Ui::ToneNeutral);
        QCOMPARE(face->readingText(), QStringLiteral("0"));
        QCOMPARE(face->readingUnit(), QStringLiteral("W"));
        QCOMPARE(face->readingTone(), Ui::ToneNeutral);
        QCOMPARE(plain(face->stripText()), QStringLiteral("Off since 7:10 AM"));
        QCOMPARE(face->voltageText(), QStringLiteral("–"));
    }

    void offline()
    {
        DesktopFixture home;
        Outlet *outlet = home.addKnown(QStringLiteral("Hall lamp"));
        OutletFace *face = home.face(outlet);
        home.switched(outlet, true);
        home.measure(outlet, 9);
        outlet->setSignalDbm(-50);
        outlet->setLinkState(LinkState::Offline);
        home.advance(12min);
        QCOMPARE(face->switchState(), Ui::SwitchOffline);
        QVERIFY(!face->switchable() && face->offline() && !face->isOn());
        QCOMPARE(face->readingText(), QStringLiteral("Offline"));
        QVERIFY(face->readingUnit().isEmpty());
        QCOMPARE(face->tileTone(), Ui::ToneNeutral);
        QCOMPARE(face->stripTone(), Ui::ToneNeutral);
        QCOMPARE(face->stripIcon(), QStringLiteral("offline"));
        QCOMPARE(face->stripText(), QStringLiteral("Last seen 12 min ago"));
        QCOMPARE(face->stripActionText(), QStringLiteral("Help"));
        QCOMPARE(face->signalShort(), QStringLiteral("–"));
        QCOMPARE(face->signalIcon(), QStringLiteral("offline"));
        QSignalSpy help(face, &OutletFace::helpRequested);
        face->activateStrip();
        QCOMPARE(help.count(), 1);
    }

    void connecting()
    {
        DesktopFixture home;
        Outlet *outlet = home.addKnown(QStringLiteral("Hall lamp"));
        outlet->setLinkState(LinkState::Connecting);
        OutletFace *face = home.face(outlet);
        QCOMPARE(face->readingText(), QStringLiteral("–"));
        QCOMPARE(face->stripText(), QStringLiteral("Connecting…"));
        QVERIFY(face->stripBusy() && !face->switchable() && !face->offline());
    }

    void silentKeepsWhatWasKnown()
    {
        DesktopFixture home;
        Outlet *outlet = home.addKnown(QStringLiteral("Coffee maker"));
        home.switched(outlet, true);
        home.measure(outlet, 31.6);
        outlet->setLinkState(LinkState::Silent);
        OutletFace *face = home.face(outlet);
        QCOMPARE(face->linkText(), QStringLiteral("Silent"));
        QCOMPARE(face->readingText(), QStringLiteral("31.6"));
        QVERIFY(face->switchable());
    }

    void pendingThenStillTrying()
    {
        DesktopFixture home;
        Outlet *outlet = home.addKnown(QStringLiteral("Aquarium"));
        OutletFace *face = home.face(outlet);
        home.switched(outlet, false);
        home.measure(outlet, 0, std::nullopt);
        face->toggle();
        QCOMPARE(home.port(outlet).wishes, QList<bool>{true});
        QCOMPARE(face->switchState(), Ui::SwitchTurningOn);
        QVERIFY(!face->isOn() && face->stripBusy());
        QCOMPARE(face->tileTone(), Ui::ToneNeutral); // as confirmed
        QCOMPARE(face->readingText(), QStringLiteral("0"));
        QCOMPARE(face->stripTone(), Ui::ToneNeutral);
        QCOMPARE(face->stripText(), QStringLiteral("Turning on…"));
        home.advance(4999ms);
        QCOMPARE(face->stripText(), QStringLiteral("Turning on…"));
        home.advance(1ms);
        QCOMPARE(face->stripText(), QStringLiteral("Still trying…"));
        home.port(outlet).confirm();
        QCOMPARE(face->switchState(), Ui::SwitchOn);
        QVERIFY(!face->stripBusy());
    }

    void pressingAgainAsksForTheOtherState()
    {
        DesktopFixture home;
        Outlet *outlet = home.addKnown(QStringLiteral("Aquarium"));
        home.switched(outlet, false);
        home.face(outlet)->toggle();
        home.face(outlet)->toggle();
        QCOMPARE(home.port(outlet).wishes, (QList<bool>{true, false}));
        QCOMPARE(home.face(outlet)->switchState(), Ui::SwitchTurningOff);
    }

    void failedThenRetry()
    {
        DesktopFixture home;
        Outlet *outlet = home.addKnown(QStringLiteral("Coffee maker"));
        OutletFace *face = home.face(outlet);
        home.switched(outlet, true);
        home.measure(outlet, 31.6);
        face->setRelay(false);
        outlet->commandFailed();
        QCOMPARE(face->switchState(), Ui::SwitchFailedOff);
        QVERIFY(face->isOn());
        QCOMPARE(face->stripTone(), Ui::ToneDanger);
        QCOMPARE(face->stripIcon(), QStringLiteral("error"));
        QCOMPARE(face->stripText(), QStringLiteral("Didn’t turn off"));
        QCOMPARE(face->stripActionText(), QStringLiteral("Retry"));
        face->activateStrip();
        QCOMPARE(home.port(outlet).wishes, (QList<bool>{false, false}));
        QCOMPARE(face->stripText(), QStringLiteral("Turning off…"));
    }

    void retryOfAnOfflineOutletSaysThatItIsOffline()
    {
        DesktopFixture home;
        Outlet *outlet = home.addKnown(QStringLiteral("Hall lamp"));
        OutletFace *face = home.face(outlet);
        home.switched(outlet, false);
        face->setRelay(true);
        outlet->commandFailed();
        outlet->setLinkState(LinkState::Offline);
        QCOMPARE(face->stripText(), QStringLiteral("Didn’t turn on")); // failed before offline
        face->activateStrip();
        QCOMPARE(face->stripText(), QStringLiteral("Last seen 0 s ago"));
        QCOMPARE(home.port(outlet).wishes.size(), 1);
    }

    void overload()
    {
        DesktopFixture home;
        Outlet *outlet = home.addKnown(QStringLiteral("Space heater"));
        OutletFace *face = home.face(outlet);
        OutletRecord record = outlet->record();
        record.warnAboveWatts = 1200;
        home.registry.update(outlet, record);
        home.switched(outlet, true);
        home.measure(outlet, 1200);
        QVERIFY(!face->overload());
        home.measure(outlet, 1312);
        QVERIFY(face->overload());
        QCOMPARE(face->tileTone(), Ui::ToneWarn);
        QCOMPARE(face->readingTone(), Ui::ToneWarn);
        QCOMPARE(face->readingText(), QStringLiteral("1.31"));
        QCOMPARE(face->readingUnit(), QStringLiteral("kW"));
        QCOMPARE(face->stripTone(), Ui::ToneWarn);
        QCOMPARE(plain(face->stripText()), QStringLiteral("Above the 1,200 W limit"));
        face->toggle(); // pending beats overload in the strip; the edge of the card stays
        QCOMPARE(face->stripText(), QStringLiteral("Turning off…"));
        QVERIFY(face->overload());
    }

    void countdown()
    {
        DesktopFixture home;
        Outlet *outlet = home.addKnown(QStringLiteral("Office desk"));
        OutletFace *face = home.face(outlet);
        home.switched(outlet, true);
        home.measure(outlet, 118);
        face->startCountdown(15, false);
        QCOMPARE(face->stripText(), QStringLiteral("Off in 15 min"));
        home.advance(60s);
        QVERIFY(face->countdownActive());
        QCOMPARE(face->stripTone(), Ui::ToneAccent);
        QCOMPARE(face->stripIcon(), QStringLiteral("timer"));
        QCOMPARE(face->stripText(), QStringLiteral("Off in 14 min"));
        QCOMPARE(face->stripActionText(), QStringLiteral("Cancel"));
        home.advance(12min + 15s);
        QCOMPARE(face->countdownText(), QStringLiteral("Off in 1:45"));
        home.advance(1s);
        QCOMPARE(face->countdownText(), QStringLiteral("Off in 1:44"));
        face->activateStrip();
        QVERIFY(!face->countdownActive());
        QVERIFY(!outlet->record().countdown);
    }

    void newAndIgnored()
    {
        DesktopFixture home;
        Outlet *outlet = home.addNew(QStringLiteral("4f2a"));
        outlet->applyRelay(true, RelayCause::Reported);
        OutletFace *face = home.face(outlet);
        home.advance(2min);
        QCOMPARE(face->decision(), Ui::DecisionNew);
        QCOMPARE(face->newTitle(), QStringLiteral("Outlet with ID ending in 4f2a"));
        QCOMPARE(face->firstSeenText(), QStringLiteral("first seen 2 min ago"));
        QCOMPARE(face->tileTone(), Ui::ToneInfo);
        QCOMPARE(face->readingText(), QStringLiteral("–"));
        QVERIFY(!face->switchable() && face->stripText().isEmpty());
        face->toggle();
        QVERIFY(home.port(outlet).wishes.isEmpty());
        face->ignore();
        QCOMPARE(face->decision(), Ui::DecisionIgnored);
        QCOMPARE(face->decidedText(), QStringLiteral("ignored on Nov 18"));
        face->stopIgnoring();
        QCOMPARE(face->decision(), Ui::DecisionNew);
        face->allow();
        QCOMPARE(face->decision(), Ui::DecisionKnown);
    }
};

QTEST_MAIN(TestOutletFace)
#include "tst_outlet_face.moc"
