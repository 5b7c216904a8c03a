// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtNetwork/QTcpServer>
#include <QtTest/QtTest>
#include <algorithm>

#include "base/manual_clock.h"
#include "base/system_clock.h"
#include "recording_server.h"
#include "simulator/household.h"
#include "simulator/scaled_clock.h"
#include "simulator/simulation.h"

using namespace outlet;
using namespace std::chrono_literals;

/// Many outlets at once.
class TestSimulation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void threeHundredOutletsReportExactly()
    {
        ManualClock clock;
        SystemClock realClock;
        RecordingServer server;
        Simulation simulation({clock, realClock}, server.url());
        HouseholdOptions household;
        household.count = 300;
        simulation.add(mixedHousehold(household));
        QCOMPARE(simulation.count(), 300);
        simulation.start();
        clock.advance(0ms);
        for (int started = 1; started < 300;) {
            const int batch = std::min(30, 300 - started); // the listen queue takes 50
            clock.advance(Simulation::kStartSpacing * batch);
            started += batch;
            QTRY_COMPARE(simulation.loggedInCount(), started);
        }
        QCOMPARE(server.count(), 300);
        for (int minute = 0; minute < 10; ++minute) {
            clock.advance(1min);
            for (qsizetype i = 0; i < server.count(); ++i)
                QVERIFY(server.peer(i).sync());
        }

        QHash<QString, LedgerTotal> received;
        for (qsizetype i = 0; i < server.count(); ++i) {
            const RecordedPeer &peer = server.peer(i);
            QCOMPARE(peer.ignored(), 0);
            LedgerTotal &total = received[peer.all<protocol::Login>()[0].id];
            for (const protocol::Report &report : peer.all<protocol::Report>()) {
                ++total.reports;
                total.joules += report.joules;
                total.seconds += report.seconds;
            }
        }
        QCOMPARE(received.size(), 300);
        for (int i = 0; i < simulation.count(); ++i) {
            SimulatedOutlet *outlet = simulation.outlet(i);
            const LedgerTotal sent = simulation.ledger().total(outlet->spec().id);
            const LedgerTotal got = received.value(outlet->spec().id);
            QVERIFY(sent.reports >= 3);
            QCOMPARE(got.reports, sent.reports);
            QCOMPARE(got.joules, sent.joules);
            QCOMPARE(got.seconds, sent.seconds);
            const PowerMeter &meter = outlet->meter();
            QCOMPARE(sent.joules * 1'000'000 + meter.pendingMicrojoules(),
                     meter.totalMicrojoules());
        }
    }

    void theDemoRunsOnRealTime()
    {
        SystemClock clock;
        RecordingServer server;
        Simulation simulation({clock, clock}, server.url());
        simulation.add(demoSpecs());
        simulation.add(newOutletSpec());
        simulation.start();
        QTRY_COMPARE(simulation.loggedInCount(), 9);
        QSignalSpy stopped(&simulation, &Simulation::stopped);
        simulation.stop();
        QVERIFY(stopped.isEmpty());
        QTRY_COMPARE(stopped.size(), 1);
        QCOMPARE(simulation.loggedInCount(), 0);
        QCOMPARE(simulation.outlet(9), nullptr);
        QCOMPARE(simulation.outlet(-1), nullptr);
    }

    // An hour of reports in four seconds, on the real clock.
    void fasterThanRealTime()
    {
        SystemClock realClock;
        ScaledClock clock(realClock, 1000);
        RecordingServer server;
        Simulation simulation({clock, realClock}, server.url());
        HouseholdOptions household;
        household.count = 5;
        simulation.add(mixedHousehold(household));
        simulation.start();
        QTRY_VERIFY_WITH_TIMEOUT(simulation.ledger().total().reports >= 50, 30000);
        qint64 joules = 0;
        for (const LedgerEntry &entry : simulation.ledger().entries())
            joules += entry.joules;
        QCOMPARE(simulation.ledger().total().joules, joules);
        for (int i = 0; i < simulation.count(); ++i) {
            const QString id = simulation.outlet(i)->spec().id;
            const LedgerTotal total = simulation.ledger().total(id);
            QVERIFY(total.seconds * 1000 <= clock.monotonic().count());
        }
    }

    void saysOnceThatNobodyAnswers()
    {
        SystemClock clock;
        QUrl nobody(QStringLiteral("ws://127.0.0.1/gnws"));
        {
            QTcpServer unused;
            QVERIFY(unused.listen(QHostAddress::LocalHost));
            nobody.setPort(unused.serverPort());
        }
        Simulation simulation({clock, clock}, nobody);
        HouseholdOptions household;
        household.count = 3;
        simulation.add(mixedHousehold(household));
        QSignalSpy unreachable(&simulation, &Simulation::unreachable);
        QSignalSpy stopped(&simulation, &Simulation::stopped);
        simulation.start();
        QTRY_COMPARE(unreachable.size(), 1);
        QVERIFY(unreachable[0][0].toString().contains(QStringLiteral("refused")));
        simulation.stop();
        QTRY_COMPARE(stopped.size(), 1);
        QCOMPARE(unreachable.size(), 1);
    }

    void followsAServerThatMoves()
    {
        ManualClock clock;
        SystemClock realClock;
        RecordingServer before;
        RecordingServer after;
        Simulation simulation({clock, realClock}, before.url());
        simulation.add(newOutletSpec());
        simulation.start();
        clock.advance(0ms);
        QTRY_COMPARE(simulation.loggedInCount(), 1);
        simulation.setServer(after.url());
        QVERIFY(before.last().sync());
        QCOMPARE(simulation.loggedInCount(), 1);
        before.last().close();
        QTRY_COMPARE(simulation.loggedInCount(), 0);
        clock.advance(2s);
        QTRY_COMPARE(simulation.loggedInCount(), 1);
        QCOMPARE(before.count(), 1);
        QCOMPARE(after.count(), 1);
    }

    // A server that accepts and then says nothing is given up on, in real time.
    void aServerThatNeverAnswersIsGivenUp()
    {
        ManualClock clock;
        ManualClock realClock;
        RecordingServer server;
        server.loginError.reset();
        Simulation simulation({clock, realClock}, server.url());
        simulation.add(newOutletSpec());
        QSignalSpy unreachable(&simulation, &Simulation::unreachable);
        simulation.start();
        clock.advance(0ms);
        QTRY_COMPARE(server.count(), 1);
        QTRY_COMPARE(server.last().messages().size(), 1);
        realClock.advance(SimulatedLink::kAnswerDeadline - 1ms);
        QVERIFY(unreachable.isEmpty());
        realClock.advance(1ms);
        QCOMPARE(unreachable.size(), 1);
        QTRY_VERIFY(server.last().isClosed());
    }
};

QTEST_GUILESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
