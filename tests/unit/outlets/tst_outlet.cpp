// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "base/manual_clock.h"
#include "outlets/outlet.h"
#include "outlets/outlet_port.h"

using namespace outlet;
using namespace std::chrono_literals;

namespace {

/// A way to hardware that writes down what it was asked.
class RecordingPort : public OutletPort
{
public:
    void requestRelay(bool on) override
    {
        calls << (on ? QStringLiteral("on") : QStringLiteral("off"));
    }
    void requestReading() override { calls << QStringLiteral("reading"); }
    void observedChanged(bool observed) override
    {
        calls << (observed ? QStringLiteral("observed") : QStringLiteral("unobserved"));
    }

    QStringList calls;
};

OutletRecord record(Decision decision)
{
    OutletRecord record;
    record.id = QStringLiteral("443c878f-f675-4c90-98e8-2f4566914d39");
    record.decision = decision;
    return record;
}

} // namespace

/// What Outlet promises to those who read it and those who write it.
class TestOutlet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void names()
    {
        Outlet outlet(record(Decision::Known), m_clock);
        QCOMPARE(outlet.shortId(), QStringLiteral("4d39"));
        QCOMPARE(outlet.displayName(), QStringLiteral("Outlet 4d39"));
        OutletRecord named = outlet.record();
        named.name = QStringLiteral("Freezer");
        outlet.setRecord(named);
        QCOMPARE(outlet.displayName(), QStringLiteral("Freezer"));
    }

    void onlyKnownReachableOutletsAreCommanded_data()
    {
        QTest::addColumn<int>("decision");
        QTest::addColumn<int>("link");
        QTest::addColumn<bool>("port");
        QTest::addColumn<int>("result");
        const auto add = [](const char *name, Decision decision, LinkState link, bool port,
                            CommandResult result) {
            QTest::newRow(name) << int(decision) << int(link) << port << int(result);
        };
        add("known", Decision::Known, LinkState::Online, true, CommandResult::Sent);
        add("silent", Decision::Known, LinkState::Silent, true, CommandResult::Sent);
        add("silent, closed", Decision::Known, LinkState::Silent, false, CommandResult::Offline);
        add("connecting", Decision::Known, LinkState::Connecting, false, CommandResult::Offline);
        add("offline", Decision::Known, LinkState::Offline, false, CommandResult::Offline);
        add("offline, port left", Decision::Known, LinkState::Offline, true,
            CommandResult::Offline);
        add("new", Decision::New, LinkState::Online, true, CommandResult::NotKnown);
        add("ignored", Decision::Ignored, LinkState::Online, true, CommandResult::NotKnown);
    }
    void onlyKnownReachableOutletsAreCommanded()
    {
        QFETCH(int, decision);
        QFETCH(int, link);
        QFETCH(bool, port);
        QFETCH(int, result);
        Outlet outlet(record(Decision(decision)), m_clock);
        RecordingPort hardware;
        outlet.attachPort(port ? &hardware : nullptr);
        outlet.setLinkState(LinkState(link));
        QCOMPARE(int(outlet.setRelay(true)), result);
        const bool sent = CommandResult(result) == CommandResult::Sent;
        QCOMPARE(hardware.calls, sent ? QStringList(QStringLiteral("on")) : QStringList());
        QCOMPARE(outlet.relay(), std::nullopt); // a wish is no fact
    }

    void commandLife()
    {
        Outlet outlet(record(Decision::Known), m_clock);
        outlet.applyRelay(false, RelayCause::Reported);
        QSignalSpy states(&outlet, &Outlet::commandStateChanged);
        QSignalSpy succeeded(&outlet, &Outlet::commandSucceeded);
        QSignalSpy failed(&outlet, &Outlet::commandDidFail);

        outlet.commandPending(true);
        QCOMPARE(outlet.pendingRelay(), std::optional(true));
        QCOMPARE(outlet.pendingSinceUtcMs(), m_clock.utcMs());
        QCOMPARE(outlet.relay(), std::optional(false));
        outlet.commandFailed();
        QCOMPARE(outlet.pendingRelay(), std::nullopt);
        QCOMPARE(outlet.failedRelay(), std::optional(true));
        QCOMPARE(outlet.relay(), std::optional(false));
        QCOMPARE(states.count(), 2);
        QCOMPARE(failed.count(), 1);
        QCOMPARE(failed.first().first().toBool(), true);

        outlet.commandPending(true);
        QCOMPARE(outlet.failedRelay(), std::nullopt);
        outlet.applyRelay(true, RelayCause::Command);
        outlet.commandConfirmed();
        QCOMPARE(outlet.pendingRelay(), std::nullopt);
        QCOMPARE(succeeded.count(), 1);
        QCOMPARE(states.count(), 4);

        // Nothing pends any more, so nothing can end.
        outlet.commandConfirmed();
        outlet.commandFailed();
        QCOMPARE(states.count(), 4);
    }

    void aFailedWishThatComesTrueIsForgotten()
    {
        Outlet outlet(record(Decision::Known), m_clock);
        outlet.applyRelay(false, RelayCause::Reported);
        outlet.commandPending(true);
        outlet.commandFailed();
        outlet.applyRelay(false, RelayCause::Reported);
        QCOMPARE(outlet.failedRelay(), std::optional(true));
        outlet.applyRelay(true, RelayCause::Button);
        QCOMPARE(outlet.failedRelay(), std::nullopt);

        outlet.commandPending(false);
        outlet.commandFailed();
        QSignalSpy states(&outlet, &Outlet::commandStateChanged);
        outlet.dismissFailure();
        outlet.dismissFailure();
        QCOMPARE(states.count(), 1);
        QCOMPARE(outlet.failedRelay(), std::nullopt);
    }

    void relaySince()
    {
        Outlet outlet(record(Decision::Known), m_clock);
        QSignalSpy changes(&outlet, &Outlet::relayChanged);
        outlet.applyRelay(true, RelayCause::Reported);
        QCOMPARE(outlet.relaySinceUtcMs(), std::nullopt); // it may have been on for days
        m_clock.advance(1min);
        outlet.applyRelay(true, RelayCause::Button);
        QCOMPARE(changes.count(), 1); // nothing changed
        outlet.applyRelay(false, RelayCause::Button);
        QCOMPARE(outlet.relaySinceUtcMs(), std::optional(m_clock.utcMs()));
        outlet.applyRelay(true, RelayCause::Reported);
        QCOMPARE(outlet.relaySinceUtcMs(), std::nullopt);
        outlet.applyRelay(std::nullopt, RelayCause::Button);
        outlet.applyRelay(true, RelayCause::Button);
        QCOMPARE(outlet.relaySinceUtcMs(), std::nullopt);
        QCOMPARE(changes.count(), 5);
    }

    void readings()
    {
        Outlet outlet(record(Decision::Known), m_clock);
        outlet.setLinkState(LinkState::Online);
        outlet.applyRelay(true, RelayCause::Reported);
        QSignalSpy changes(&outlet, &Outlet::readingChanged);
        outlet.applyReading({m_clock.utcMs(), 82.4, {}, 120.0});
        QVERIFY(outlet.reading());
        QCOMPARE(outlet.reading()->powerWatts, std::optional(82.4));
        outlet.applyRelay(false, RelayCause::Button);
        QVERIFY(!outlet.reading()); // it was the reading of another state
        outlet.applyReading({m_clock.utcMs(), 0.0, {}, {}});
        outlet.setSignalDbm(-50);
        QSignalSpy details(&outlet, &Outlet::linkDetailsChanged);
        outlet.setLinkState(LinkState::Silent);
        QVERIFY(outlet.reading());
        outlet.setLinkState(LinkState::Offline);
        QVERIFY(!outlet.reading());
        QCOMPARE(outlet.signalDbm(), std::nullopt);
        QCOMPARE(details.count(), 1);
        QCOMPARE(outlet.relay(), std::optional(false)); // its last word stays
        QCOMPARE(changes.count(), 4);
    }

    void whatIsNotKnownIsNotMeasured()
    {
        for (const Decision decision : {Decision::New, Decision::Ignored}) {
            Outlet outlet(record(decision), m_clock);
            QSignalSpy reports(&outlet, &Outlet::energyReported);
            outlet.applyReading({m_clock.utcMs(), 82.4, {}, {}});
            outlet.applyReport(804, 183);
            QVERIFY(!outlet.reading());
            QCOMPARE(outlet.energyTodayJoules(), 0);
            QCOMPARE(reports.count(), 0);
        }
    }

    void ignoringTakesTheReadingAway()
    {
        Outlet outlet(record(Decision::Known), m_clock);
        outlet.applyReading({m_clock.utcMs(), 82.4, {}, {}});
        QSignalSpy readings(&outlet, &Outlet::readingChanged);
        QSignalSpy decisions(&outlet, &Outlet::decisionChanged);
        QSignalSpy records(&outlet, &Outlet::recordChanged);
        OutletRecord ignored = outlet.record();
        ignored.decision = Decision::Ignored;
        outlet.setRecord(ignored);
        outlet.setRecord(ignored);
        QVERIFY(!outlet.reading());
        QCOMPARE(readings.count(), 1);
        QCOMPARE(decisions.count(), 1);
        QCOMPARE(records.count(), 1);
    }

    void energy()
    {
        Outlet outlet(record(Decision::Known), m_clock);
        QSignalSpy reports(&outlet, &Outlet::energyReported);
        outlet.applyReport(804, 183);
        outlet.applyReport(16, 0);
        QCOMPARE(outlet.energyTodayJoules(), 820);
        QCOMPARE(reports.count(), 2);
        const auto report = reports.first().first().value<EnergyReport>();
        QCOMPARE(report.joules, 804);
        QCOMPARE(report.seconds, 183);
        QCOMPARE(report.receivedUtcMs, m_clock.utcMs());
        m_clock.advance(24h);
        QCOMPARE(outlet.energyTodayJoules(), 0);
    }

    void observers()
    {
        Outlet outlet(record(Decision::Known), m_clock);
        RecordingPort port;
        outlet.observe(); // before there is a link
        QVERIFY(outlet.isObserved());
        outlet.attachPort(&port);
        outlet.observe();
        outlet.release();
        QVERIFY(port.calls.isEmpty());
        outlet.release();
        outlet.observe();
        outlet.requestReading();
        QCOMPARE(port.calls, QStringList({QStringLiteral("unobserved"), QStringLiteral("observed"),
                                          QStringLiteral("reading")}));
        outlet.attachPort(nullptr);
        outlet.requestReading();
        outlet.release();
        QVERIFY(!outlet.isObserved());
    }

    void linkDetails()
    {
        Outlet outlet(record(Decision::Known), m_clock);
        QSignalSpy details(&outlet, &Outlet::linkDetailsChanged);
        QSignalSpy records(&outlet, &Outlet::recordChanged);
        outlet.heard(QStringLiteral("192.168.1.7"), false);
        QCOMPARE(details.count(), 1);
        m_clock.advance(1s);
        outlet.heard(QStringLiteral("192.168.1.7"), false);
        QCOMPARE(details.count(), 1);
        QCOMPARE(outlet.lastSeenUtcMs(), m_clock.utcMs());
        outlet.heard(QStringLiteral("192.168.1.7"), true);
        outlet.setFirmware(QStringLiteral("1.89"));
        outlet.setFirmware(QStringLiteral("1.89"));
        outlet.setSignalDbm(-40);
        outlet.setSignalDbm(-40);
        QCOMPARE(details.count(), 4);
        QCOMPARE(records.count(), 0);
        outlet.countIgnored(QStringLiteral("spike"));
        outlet.countIgnored(QStringLiteral("spike"));
        QCOMPARE(outlet.ignoredCounts().value(QStringLiteral("spike")), quint64(2));
    }

    void words()
    {
        QCOMPARE(linkStateName(LinkState::Online), QStringLiteral("online"));
        QCOMPARE(linkStateName(LinkState::Silent), QStringLiteral("silent"));
        QCOMPARE(linkStateName(LinkState::Offline), QStringLiteral("offline"));
        QCOMPARE(linkStateName(LinkState::Connecting), QStringLiteral("offline"));
        for (const Decision decision : {Decision::New, Decision::Known, Decision::Ignored})
            QCOMPARE(decisionFromName(decisionName(decision)), std::optional(decision));
        QCOMPARE(decisionFromName(u"Known"), std::nullopt);
    }

private:
    ManualClock m_clock;
};

QTEST_GUILESS_MAIN(TestOutlet)
#include "tst_outlet.moc"
