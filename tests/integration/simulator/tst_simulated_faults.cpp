// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "outlet_fixture.h"

#include <array>

#include "protocol/encoder.h"

using namespace outlet;
using namespace std::chrono_literals;

/// What goes wrong with outlets, on purpose.
class TestSimulatedFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void slowOutletsObeyLate()
    {
        SimulatedOutletSpec spec;
        spec.faults.slowShare = 1;
        spec.faults.slowDelay = 6s;
        OutletFixture f(spec);
        QVERIFY(f.start());
        f.peer().send(protocol::encodeRelay(false));
        QVERIFY(f.peer().sync());
        f.clock.advance(3s);
        f.peer().send(protocol::encodeGetRuntime()); // asked meanwhile, it tells the old state
        QVERIFY(f.peer().sync());
        f.clock.advance(2999ms);
        QVERIFY(f.peer().sync());
        auto infos = f.peer().all<protocol::RuntimeInfo>();
        QCOMPARE(infos.size(), 1);
        QCOMPARE(infos[0].relayOn, std::optional(true));
        f.clock.advance(1ms);
        QVERIFY(f.peer().sync());
        infos = f.peer().all<protocol::RuntimeInfo>();
        QCOMPARE(infos.size(), 2);
        QCOMPARE(infos[1].relayOn, std::optional(false));
    }

    void someNeverObey_data()
    {
        QTest::addColumn<NeverConfirms>("never");
        QTest::addColumn<bool>("obeysOn");
        QTest::addColumn<bool>("obeysOff");
        QTest::addRow("on") << NeverConfirms::TurningOn << false << true;
        QTest::addRow("off") << NeverConfirms::TurningOff << true << false;
        QTest::addRow("everything") << NeverConfirms::Everything << false << false;
    }
    void someNeverObey()
    {
        QFETCH(NeverConfirms, never);
        QFETCH(bool, obeysOn);
        QFETCH(bool, obeysOff);
        for (const bool wanted : {true, false}) {
            SimulatedOutletSpec spec;
            spec.relayOn = !wanted;
            spec.faults.neverConfirms = never;
            OutletFixture f(spec);
            QVERIFY(f.start());
            f.peer().send(protocol::encodeRelay(wanted));
            QVERIFY(f.peer().sync());
            f.clock.advance(60s);
            QVERIFY(f.peer().sync());
            const bool obeys = wanted ? obeysOn : obeysOff;
            QCOMPARE(f.outlet->relayOn(), obeys ? wanted : !wanted);
            QCOMPARE(f.peer().all<protocol::RuntimeInfo>().size(), obeys ? 1 : 0);
            QCOMPARE(f.count(SimulatorEvent::Kind::CommandIgnored), obeys ? 0 : 1);
        }
    }

    void droppedOutletsComeBackInTheirTime()
    {
        OutletFixture f;
        QVERIFY(f.start());
        f.outlet->drop(DropManner::Close, 10s);
        QVERIFY(!f.outlet->isLoggedIn());
        QTRY_VERIFY(f.peer().isClosed());
        f.outlet->press(); // nobody hears it
        f.clock.advance(9999ms);
        QVERIFY(f.outlet->isDown());
        f.clock.advance(1ms);
        QTRY_VERIFY(f.outlet->isLoggedIn());
        QCOMPARE(f.server.count(), 2);
        const auto logins = f.peer().all<protocol::Login>();
        QCOMPARE(logins.size(), 1);
        QCOMPARE(logins[0].id, f.spec.id);
        QCOMPARE(logins[0].relayOn, std::optional(false)); // pressed meanwhile
        QVERIFY(f.peer().all<protocol::ButtonPress>().isEmpty());
    }

    void muteOutletsLookAlive()
    {
        OutletFixture f;
        QVERIFY(f.start());
        RecordedPeer &first = f.peer();
        f.outlet->drop(DropManner::Mute, 60s);
        first.send(protocol::encodeKeepAlive());
        first.send(protocol::encodeRelay(false));
        f.outlet->press();
        QVERIFY(first.sync());
        f.clock.advance(59s);
        QVERIFY(first.sync());
        QCOMPARE(first.messages().size(), 1); // the login
        QVERIFY(!first.isClosed());
        f.clock.advance(1s);
        QTRY_COMPARE(f.server.count(), 2);
        QTRY_VERIFY(first.isClosed());
        QTRY_VERIFY(f.outlet->isLoggedIn());
    }

    void aServerThatGivesUpOnAMuteOutletWaitsForIt()
    {
        OutletFixture f;
        QVERIFY(f.start());
        RecordedPeer &first = f.peer();
        f.outlet->drop(DropManner::Mute, 60s);
        first.close();
        QTRY_VERIFY(first.isClosed());
        QTRY_VERIFY(f.outlet->isDown());
        f.clock.advance(59s);
        QVERIFY(f.outlet->isDown());
        f.clock.advance(1s);
        QTRY_VERIFY(f.outlet->isLoggedIn());
    }

    void energyIsKeptWhileAway()
    {
        OutletFixture f;
        QVERIFY(f.start());
        f.clock.advance(183s);
        f.outlet->drop(DropManner::Close, 400s);
        f.clock.advance(400s);
        QTRY_VERIFY(f.outlet->isLoggedIn());
        f.clock.advance(183s);
        QVERIFY(f.peer().sync());
        const auto reports = f.peer().all<protocol::Report>();
        QCOMPARE(reports.size(), 1);
        QVERIFY(reports[0].seconds > 500); // two reports' time was spent away
        const PowerMeter &meter = f.outlet->meter();
        const LedgerTotal total = f.ledger.total(f.spec.id);
        QCOMPARE(total.reports, 2);
        QVERIFY(meter.totalMicrojoules() - total.joules * 1'000'000 == meter.pendingMicrojoules());
    }

    void aLostConnectionIsTriedAgainEverLater()
    {
        OutletFixture f;
        f.server.loginError.reset();
        f.outlet->start();
        f.clock.advance(0ms);
        QTRY_COMPARE(f.server.count(), 1);
        const std::array<std::chrono::milliseconds, 7> waits{1s, 2s, 4s, 8s, 16s, 30s, 30s};
        for (std::size_t i = 0; i < waits.size(); ++i) {
            const auto connections = f.server.count();
            QTRY_VERIFY(!f.peer().all<protocol::Login>().isEmpty());
            f.peer().close();
            QTRY_VERIFY(f.outlet->isDown());
            f.clock.advance(waits[i] * 3 / 4 - 1ms);
            QVERIFY(f.outlet->isDown());
            f.clock.advance(waits[i] / 2 + 1ms);
            QTRY_COMPARE(f.server.count(), connections + 1);
        }
    }

    void anAcceptedLoginShortensTheNextReturn()
    {
        OutletFixture f;
        for (int i = 0; i < 5; ++i) {
            if (i == 0)
                QVERIFY(f.start());
            f.peer().close();
            QTRY_VERIFY(f.outlet->isDown());
            f.clock.advance(1250ms);
            QTRY_VERIFY(f.outlet->isLoggedIn());
        }
        QCOMPARE(f.server.count(), 6);
    }

    void aRefusedLoginIsTold()
    {
        OutletFixture f;
        f.server.loginError = 7;
        f.outlet->start();
        f.clock.advance(0ms);
        QTRY_COMPARE(f.count(SimulatorEvent::Kind::LoginRefused), 1);
        QVERIFY(!f.outlet->isLoggedIn());
    }

    void presenceFollowsItsRhythm()
    {
        SimulatedOutletSpec spec;
        spec.faults.presence = Presence{40s, 25min};
        OutletFixture f(spec);
        QVERIFY(f.start());
        for (int round = 0; round < 2; ++round) {
            f.clock.advance(39s);
            QVERIFY(f.outlet->isLoggedIn());
            f.clock.advance(1s);
            QVERIFY(f.outlet->isDown());
            f.clock.advance(25min - 1ms);
            QVERIFY(f.outlet->isDown());
            f.clock.advance(1ms);
            QTRY_VERIFY(f.outlet->isLoggedIn());
        }
    }

    void chanceFollowsItsRates_data()
    {
        QTest::addColumn<protocol::Framing>("framing");
        QTest::addRow("plain") << protocol::Framing::Text;
        QTest::addRow("aes") << protocol::Framing::Aes;
    }
    void chanceFollowsItsRates()
    {
        QFETCH(protocol::Framing, framing);
        SimulatedOutletSpec spec;
        spec.framing = framing;
        spec.faults.pressesPerHour = 60;
        spec.faults.malformedPerHour = 60;
        OutletFixture f(spec);
        QVERIFY(f.start());
        f.clock.advance(1h);
        QVERIFY(f.peer().sync());
        const auto presses = f.peer().all<protocol::ButtonPress>().size();
        QVERIFY2(presses > 30 && presses < 90, qPrintable(QString::number(presses)));
        QCOMPARE(f.count(SimulatorEvent::Kind::ButtonPressed), presses);
        QVERIFY(f.count(SimulatorEvent::Kind::MalformedSent) > 30);
        QVERIFY(f.peer().ignored() > 20);
        QVERIFY(!f.peer().isClosed());
    }

    void dropsByChanceComeBack()
    {
        SimulatedOutletSpec spec;
        spec.faults.dropsPerHour = 60;
        OutletFixture f(spec);
        QVERIFY(f.start());
        for (int i = 0; i < 600 && f.server.count() < 4; ++i) {
            f.clock.advance(1s);
            if (!f.outlet->isDown())
                QTRY_VERIFY(f.outlet->isLoggedIn());
        }
        QVERIFY(f.server.count() >= 4);
        QVERIFY(f.count(SimulatorEvent::Kind::Disconnected) >= 3);
    }

    void pulledOutMeansGone()
    {
        OutletFixture f;
        QVERIFY(f.start());
        f.outlet->stop();
        QTRY_VERIFY(f.peer().isClosed());
        QCOMPARE(f.peer().closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
        QTRY_VERIFY(f.outlet->isDown());
        f.clock.advance(1h);
        QVERIFY(f.outlet->isDown());
        QCOMPARE(f.server.count(), 1);
        QVERIFY(f.ledger.entries().isEmpty());
    }

    void theDestructorMayComeAtAnyTime()
    {
        OutletFixture f;
        QVERIFY(f.start());
        f.peer().send(protocol::encodeRelay(false));
        f.peer().send(protocol::encodeGetRuntime());
        QVERIFY(f.peer().sync());
        f.outlet.reset();
        f.clock.advance(1h); // nothing is left that could be called
        QTRY_VERIFY(f.peer().isClosed());
    }
};

QTEST_GUILESS_MAIN(TestSimulatedFaults)
#include "tst_simulated_faults.moc"
