// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QTemporaryDir>
#include <QtCore/QTime>
#include <QtTest/QTest>

#include "base/manual_clock.h"
#include "base/system_clock.h"
#include "daemon_process.h"
#include "simulator/household.h"
#include "simulator/simulation.h"
#include "storage/sql_connection.h"

using namespace outlet;
using namespace outlet::test;

/// The real outletd records what simulated outlets report over real sockets, and still knows it
/// after a kill.
class TestDaemonRecording : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void energyOutlivesAKill();

private:
    static qint64 joulesIn(const QString &file)
    {
        SqlConnection connection;
        if (connection.openForReading(file, SqlConnection::Reading::Shared))
            return -1;
        const auto sum = connection.value(QStringLiteral("SELECT sum(joules) FROM recent_report"));
        return sum ? sum->toLongLong() : -1;
    }
    static qint64 joulesToday(const Daemon &daemon)
    {
        qint64 joules = 0;
        const QJsonArray outlets = daemon.list();
        for (const auto &outlet : outlets)
            joules += outlet.toObject()
                          .value(QStringLiteral("energyTodayJoules"))
                          .toVariant()
                          .toLongLong();
        return joules;
    }
};

void TestDaemonRecording::energyOutlivesAKill()
{
    const QTime now = QTime::currentTime();
    if (now < QTime(1, 0) || now > QTime(23, 55))
        QSKIP("The reports of this test would lie in yesterday or tomorrow");
    const QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("outlet.sqlite"));
    Daemon daemon(dir.path());
    QVERIFY2(daemon.start({QStringLiteral("--accept-new")}), daemon.err().constData());

    // Simulated time goes by in leaps: a report every three minutes of it, all within a second.
    ManualClock simulated;
    SystemClock network;
    HouseholdOptions options;
    options.count = 3;
    Simulation simulation(SimulationClocks{simulated, network}, daemon.url());
    simulation.add(mixedHousehold(options));
    simulation.start();
    QVERIFY(QTest::qWaitFor(
        [&] {
            simulated.advance(std::chrono::milliseconds(100)); // they are plugged in one by one
            return simulation.loggedInCount() == 3;
        },
        20'000));
    const auto report = [&] {
        for (int i = 0; i < 4; ++i) {
            const qint64 before = simulation.ledger().total().reports;
            for (int step = 0; step < 10 && simulation.ledger().total().reports < before + 3;
                 ++step)
                simulated.advance(std::chrono::seconds(60));
        }
        return simulation.ledger().total().joules;
    };
    const qint64 sent = report();
    QVERIFY(sent > 0);
    QTRY_COMPARE_WITH_TIMEOUT(joulesToday(daemon), sent, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(joulesIn(file), sent, 20'000);
    daemon.kill();

    QVERIFY2(daemon.start({QStringLiteral("--accept-new")}), daemon.err().constData());
    QCOMPARE(joulesToday(daemon), sent);
}

QTEST_GUILESS_MAIN(TestDaemonRecording)
#include "tst_daemon_recording.moc"
