// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QtTest>

#include "desktop/app.h"
#include "desktop/turn_off.h"
#include "desktop/turn_off_wish.h"
#include "desktop_fixture.h"
#include "sample_engine.h"

using namespace outlet;

/// Several outlets at once, the sentence that tells what became of it, and the way back.
class TestTurnOff : public QObject
{
    Q_OBJECT

    struct Home : DesktopFixture
    {
        Home()
        {
            for (Outlet *outlet : {freezer, desk, coffee})
                switched(outlet, true);
            switched(lamp, false);
        }
        Outlet *freezer = addKnown(QStringLiteral("Freezer"));
        Outlet *desk = addKnown(QStringLiteral("Desk"));
        Outlet *coffee = addKnown(QStringLiteral("Coffee maker"));
        Outlet *lamp = addKnown(QStringLiteral("Lamp"));
        TurnOff turnOff{registry};
        QSignalSpy finished{&turnOff, &TurnOff::finished};
        QStringList all{freezer->id(), desk->id(), coffee->id(), lamp->id()};
    };

private Q_SLOTS:
    void allAnswer()
    {
        Home home;
        home.turnOff.start(home.all);
        for (Outlet *outlet : {home.freezer, home.desk, home.coffee}) {
            QCOMPARE(home.port(outlet).wishes, QList<bool>{false});
            QCOMPARE(home.finished.count(), 0);
            home.port(outlet).confirm();
        }
        QVERIFY(home.port(home.lamp).wishes.isEmpty()); // it was off
        QCOMPARE(home.finished.count(), 1);
        QCOMPARE(home.finished.first().first().toString(), QStringLiteral("3 outlets turned off"));
    }

    void undoTurnsOnWhatWasTurnedOff()
    {
        Home home;
        home.turnOff.start({home.freezer->id(), home.desk->id()});
        home.port(home.freezer).confirm();
        home.port(home.desk).confirm();
        home.switched(home.desk, true); // somebody pressed its button meanwhile
        home.turnOff.undo();
        QCOMPARE(home.port(home.freezer).wishes, (QList<bool>{false, true}));
        QCOMPARE(home.port(home.desk).wishes, QList<bool>{false});
        QVERIFY(home.port(home.coffee).wishes.isEmpty());
        QVERIFY(!home.turnOff.canUndo());
    }

    void aMixedResultNamesWhoDidNot()
    {
        Home home;
        home.desk->setLinkState(LinkState::Offline);
        home.turnOff.start(home.all);
        home.port(home.freezer).confirm();
        home.coffee->commandFailed();
        QCOMPARE(home.finished.count(), 1);
        QCOMPARE(home.finished.first().first().toString(),
                 QStringLiteral("1 of 3 turned off. Coffee maker did not answer. Desk is "
                                "offline."));
        home.turnOff.undo();
        QCOMPARE(home.port(home.coffee).wishes, QList<bool>{false}); // it never went off
    }

    void anOutletThatIsRemovedIsNotWaitedFor()
    {
        Home home;
        home.turnOff.start({home.freezer->id(), home.desk->id()});
        home.port(home.freezer).confirm();
        home.registry.forget(home.desk);
        QCOMPARE(home.finished.count(), 1);
    }

    void nothingToDoSaysNothing()
    {
        Home home;
        home.turnOff.start({home.lamp->id(), QStringLiteral("no such outlet")});
        QCOMPARE(home.finished.count(), 0);
        QVERIFY(!home.turnOff.canUndo());
    }

    void aWishWaitsUntilItIsKnownWhatIsOn()
    {
        Home home;
        Outlet *fan = home.addKnown(QStringLiteral("Fan"));
        Outlet *heater = home.addKnown(QStringLiteral("Heater"));
        heater->setLinkState(LinkState::Connecting);
        TurnOffWish wish(home.faces);
        QSignalSpy due(&wish, &TurnOffWish::due);
        QVERIFY(!wish.make());
        QVERIFY(!wish.make()); // the same wish
        home.switched(fan, true);
        home.advance(std::chrono::seconds(1));
        QCOMPARE(due.count(), 0);
        heater->setLinkState(LinkState::Offline);
        home.advance(std::chrono::seconds(1));
        QCOMPARE(due.count(), 1);
        home.switched(fan, false);
        home.advance(std::chrono::seconds(1));
        QCOMPARE(due.count(), 1); // asked once
        QVERIFY(wish.make());
        QCOMPARE(due.count(), 2);
    }

    void appOffersTheWayBack()
    {
        ManualClock clock;
        SampleEngine engine(clock);
        engine.addHome();
        OutletFaces faces(FaceParts{engine.registry(), engine.countdowns(), clock, {}});
        App app(engine, faces);
        clock.advance(std::chrono::seconds(1));
        const auto on = app.turnOffCandidates();
        QCOMPARE(on.size(), 5);
        QSignalSpy snack(&app, &App::snack);
        QStringList ids;
        for (const OutletFace *face : on)
            ids += face->outletId();
        app.turnOff(ids);
        QCOMPARE(snack.count(), 1);
        QVERIFY(snack.first().at(1).toBool() && app.canUndo());
        QVERIFY(app.turnOffCandidates().isEmpty());
        app.undo();
        QCOMPARE(app.turnOffCandidates(), on);
        QVERIFY(!app.canUndo());
    }

    void ignoringCanBeUndone()
    {
        ManualClock clock;
        SampleEngine engine(clock);
        engine.addHome();
        OutletFaces faces(FaceParts{engine.registry(), engine.countdowns(), clock, {}});
        App app(engine, faces);
        OutletFace *face = app.face(QStringLiteral("00000000-0000-4000-8000-000000004f2a"));
        QSignalSpy snack(&app, &App::snack);
        face->ignore();
        QCOMPARE(face->decision(), Ui::DecisionIgnored);
        QCOMPARE(snack.first().first().toString(),
                 QStringLiteral("Outlet with ID ending in 4f2a is ignored"));
        app.undo();
        QCOMPARE(face->decision(), Ui::DecisionNew);
    }
};

QTEST_MAIN(TestTurnOff)
#include "tst_turn_off.moc"
