// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "outlet_fixture.h"

#include <cmath>

#include "protocol/encoder.h"

using namespace outlet;
using namespace std::chrono_literals;
using protocol::FrameType;
using protocol::Framing;

/// What an outlet says on the wire, and when (protocol.md sections 1 to 5).
class TestSimulatedOutlet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksLikeAnOutlet()
    {
        OutletFixture f;
        QVERIFY(f.start());
        const QNetworkRequest &request = f.peer().request();
        QCOMPARE(request.url().path(), QStringLiteral("/gnws"));
        QCOMPARE(request.rawHeader("deviceVersion"), "5");
        QVERIFY(!request.hasRawHeader("Origin"));
        QVERIFY(!request.hasRawHeader("Sec-WebSocket-Protocol"));
        QVERIFY(!request.hasRawHeader("Sec-WebSocket-Extensions"));
    }

    void theLoginIsTheCapturedOne()
    {
        SimulatedOutletSpec spec;
        spec.relayOn = false;
        OutletFixture f(spec);
        QVERIFY(f.start());
        QCOMPARE(f.peer().messages().constFirst(),
                 "{\n\"account\":\"0\",\n\"id\":\"" + f.spec.id.toLatin1() +
                     "\",\n\"deviceName\":\"vesync_wifi_outlet\",\n\"deviceVersion\":\"1.5\","
                     "\n\"deviceVersionCode\":5,\n\"type\":\"wifi-switch\","
                     "\n\"apptype\":\"switch-measure\",\n\"firmName\":\"cosytek_firm_a\","
                     "\n\"firmVersion\":\"1.89\",\n\"firmVersionCode\":89,\n\"key\":0,"
                     "\n\"relay\":\"break\"\n}");
        QCOMPARE(f.count(SimulatorEvent::Kind::LoggedIn), 1);
    }

    void answersWithinItsTime_data()
    {
        QTest::addColumn<Framing>("framing");
        QTest::addRow("plain") << Framing::Text;
        QTest::addRow("aes") << Framing::Aes;
    }
    void answersWithinItsTime()
    {
        QFETCH(Framing, framing);
        SimulatedOutletSpec spec;
        spec.framing = framing;
        OutletFixture f(spec);
        QVERIFY(f.start());
        f.peer().send(protocol::encodeKeepAlive());
        f.peer().send(protocol::encodeGetRuntime());
        QVERIFY(f.peer().sync());
        f.clock.advance(99ms);
        QVERIFY(f.peer().sync());
        QCOMPARE(f.peer().messages().size(), 1); // the login

        f.clock.advance(201ms);
        QVERIFY(f.peer().sync());
        QCOMPARE(f.peer().all<protocol::KeepAliveReply>().size(), 1);
        const auto infos = f.peer().all<protocol::RuntimeInfo>();
        QCOMPARE(infos.size(), 1);
        QCOMPARE(infos[0].relayOn, std::optional(true));
        QVERIFY(std::abs(infos[0].powerWatts.instant.value() - 9.0) < 0.1);
        QVERIFY(std::abs(infos[0].voltageVolts.instant.value() - 120.0) < 2);
        QCOMPARE(f.peer().ignored(), 0);
        QCOMPARE(f.peer().textFrames(), framing == Framing::Text ? 3 : 0);
        QCOMPARE(f.peer().binaryFrames(), framing == Framing::Aes ? 3 : 0);
    }

    void lateReportsFollowTheCapturedRhythm()
    {
        OutletFixture f;
        QVERIFY(f.start());
        f.clock.advance(182999ms);
        QVERIFY(f.peer().sync());
        QCOMPARE(f.peer().all<protocol::Report>().size(), 0);
        f.clock.advance(1ms);
        QVERIFY(f.peer().sync());
        QCOMPARE(f.peer().all<protocol::Report>().size(), 1);
        QCOMPARE(f.peer().all<protocol::Report>()[0].seconds, 183);
        QVERIFY(f.peer().messages().constLast().endsWith("\"t\":\"b7\"\n}"));

        f.clock.advance(179999ms);
        QVERIFY(f.peer().sync());
        QCOMPARE(f.peer().all<protocol::KeepAlive>().size(), 0);
        f.clock.advance(201ms);
        QVERIFY(f.peer().sync());
        const auto alive = f.peer().all<protocol::KeepAlive>();
        QCOMPARE(alive.size(), 1);
        QVERIFY(std::abs(alive[0].signalDbm.value() - f.spec.signalDbm) <= 2);
        QCOMPARE(f.peer().all<protocol::Report>().size(), 1);
        f.peer().send(protocol::encodeKeepAliveReply(f.clock.utcMs()));
        f.clock.advance(3s);
        QVERIFY(f.peer().sync());
        QCOMPARE(f.peer().all<protocol::Report>().size(), 2);
    }

    void earlyReportsComeSoonAfterTheLogin()
    {
        SimulatedOutletSpec spec;
        spec.firstReport = FirstReport::Early;
        OutletFixture f(spec);
        QVERIFY(f.start());
        f.clock.advance(8s);
        QVERIFY(f.peer().sync());
        const auto reports = f.peer().all<protocol::Report>();
        QCOMPARE(reports.size(), 1);
        QVERIFY(reports[0].seconds >= 2 && reports[0].seconds <= 8);
    }

    // What went over the wire, what the ledger says and what was drawn are the same energy.
    void reportsAddUp()
    {
        SimulatedOutletSpec spec;
        spec.appliance = ApplianceKind::Freezer;
        spec.framing = Framing::Aes;
        OutletFixture f(spec);
        QVERIFY(f.start());
        for (int i = 0; i < 30; ++i) {
            f.clock.advance(183s);
            QVERIFY(f.peer().sync());
        }
        const auto reports = f.peer().all<protocol::Report>();
        const auto &entries = f.ledger.entries();
        QVERIFY(reports.size() >= 29);
        QCOMPARE(entries.size(), reports.size());
        qint64 joules = 0;
        qint64 seconds = 0;
        for (qsizetype i = 0; i < reports.size(); ++i) {
            QCOMPARE(entries[i].id, f.spec.id);
            QCOMPARE(entries[i].sequence, i + 1);
            QCOMPARE(entries[i].joules, reports[i].joules);
            QCOMPARE(entries[i].seconds, reports[i].seconds);
            joules += reports[i].joules;
            seconds += reports[i].seconds;
        }
        QCOMPARE(f.ledger.total(f.spec.id).joules, joules);
        QCOMPARE(f.ledger.total().seconds, seconds);
        const PowerMeter &meter = f.outlet->meter();
        QCOMPARE(joules * 1'000'000 + meter.pendingMicrojoules(), meter.totalMicrojoules());
        QVERIFY(f.outlet->meter().totalMicrojoules() > 100'000'000'000); // 5490 s of 30 W
    }

    void obeysAndConfirms()
    {
        OutletFixture f;
        QVERIFY(f.start());
        f.peer().send(protocol::encodeRelay(false));
        QVERIFY(f.peer().sync());
        QVERIFY(f.outlet->relayOn());
        f.clock.advance(300ms);
        QVERIFY(f.peer().sync());
        QVERIFY(!f.outlet->relayOn());
        auto infos = f.peer().all<protocol::RuntimeInfo>();
        QCOMPARE(infos.size(), 1);
        QCOMPARE(infos[0].relayOn, std::optional(false));
        QVERIFY(infos[0].powerWatts.zero && infos[0].voltageVolts.zero);

        f.peer().send(protocol::encodeRelay(true));
        QVERIFY(f.peer().sync());
        f.clock.advance(300ms);
        QVERIFY(f.peer().sync());
        infos = f.peer().all<protocol::RuntimeInfo>();
        QCOMPARE(infos.size(), 2);
        QCOMPARE(infos[1].relayOn, std::optional(true));
        QVERIFY(infos[1].powerWatts.zero && infos[1].voltageVolts.zero); // not settled yet
        QCOMPARE(f.count(SimulatorEvent::Kind::RelayChanged), 2);

        f.clock.advance(PowerMeter::kSettling);
        f.peer().send(protocol::encodeGetRuntime());
        QVERIFY(f.peer().sync());
        f.clock.advance(300ms);
        QVERIFY(f.peer().sync());
        infos = f.peer().all<protocol::RuntimeInfo>();
        QVERIFY(!infos[2].powerWatts.zero && infos[2].powerWatts.instant.value() > 8);
    }

    void theNewestCommandCounts()
    {
        OutletFixture f;
        QVERIFY(f.start());
        f.peer().send(protocol::encodeRelay(false));
        f.peer().send(protocol::encodeRelay(true));
        QVERIFY(f.peer().sync());
        f.clock.advance(1s);
        QVERIFY(f.peer().sync());
        QVERIFY(f.outlet->relayOn());
        QCOMPARE(f.peer().all<protocol::RuntimeInfo>().size(), 1); // confirmed all the same
        QCOMPARE(f.count(SimulatorEvent::Kind::RelayChanged), 0);
    }

    void theButtonTellsAtOnce()
    {
        OutletFixture f;
        QVERIFY(f.start());
        f.outlet->press();
        QVERIFY(f.peer().sync());
        const auto presses = f.peer().all<protocol::ButtonPress>();
        QCOMPARE(presses.size(), 1);
        QCOMPARE(presses[0].relayOn, std::optional(false));
        QVERIFY(!f.outlet->relayOn());
    }

    void offReportsAreAChoice()
    {
        for (const OffReports choice : {OffReports::None, OffReports::Zero}) {
            SimulatedOutletSpec spec;
            spec.relayOn = false;
            spec.offReports = choice;
            OutletFixture f(spec);
            QVERIFY(f.start());
            f.clock.advance(183s * 3 + 1s);
            QVERIFY(f.peer().sync());
            const auto reports = f.peer().all<protocol::Report>();
            QCOMPARE(reports.size(), choice == OffReports::None ? 0 : 3);
            for (const protocol::Report &report : reports) {
                QCOMPARE(report.joules, 0);
                QCOMPARE(report.seconds, 183);
            }
        }
    }

    void strangeCommandsAreToldAndSurvived()
    {
        OutletFixture f;
        QVERIFY(f.start());
        f.peer().send(R"({"uri":"/somethingNew"})");
        f.peer().sendRaw("no json", FrameType::Text);
        f.peer().sendRaw("12345", FrameType::Binary);
        f.peer().send(protocol::encodeKeepAlive());
        QVERIFY(f.peer().sync());
        QCOMPARE(f.count(SimulatorEvent::Kind::UnknownCommand), 1);
        QCOMPARE(f.count(SimulatorEvent::Kind::UnreadableFrame), 2);
        f.clock.advance(300ms);
        QVERIFY(f.peer().sync());
        QCOMPARE(f.peer().all<protocol::KeepAliveReply>().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestSimulatedOutlet)
#include "tst_simulated_outlet.moc"
