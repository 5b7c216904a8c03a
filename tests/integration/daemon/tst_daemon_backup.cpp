// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include "base/system_clock.h"
#include "daemon_process.h"
#include "simulator/household.h"
#include "simulator/simulation.h"

using namespace outlet;
using namespace outlet::test;

/// Backing up and restoring the file of a daemon that runs, with real processes.
class TestDaemonBackup : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasBackedUpComesBack();
    void aBadFileChangesNothing();
};

void TestDaemonBackup::whatWasBackedUpComesBack()
{
    const QTemporaryDir dir;
    const QString dataDir = dir.filePath(QStringLiteral("data"));
    Daemon daemon(dataDir);
    QVERIFY2(daemon.start({QStringLiteral("--accept-new")}), daemon.err().constData());
    SystemClock clock;
    Simulation simulation(SimulationClocks{clock, clock}, daemon.url());
    HouseholdOptions household;
    household.count = 2;
    simulation.add(mixedHousehold(household));
    simulation.start();
    QTRY_COMPARE_WITH_TIMEOUT(daemon.list().size(), 2, 20'000);
    const QString id = daemon.list().at(0).toObject().value(QStringLiteral("id")).toString();
    QCOMPARE(daemon.ctl({QStringLiteral("rename"), id, QStringLiteral("Before")}).exitCode, 0);

    const QString backup = dir.filePath(QStringLiteral("copy.sqlite"));
    const Finished copied = daemon.ctl({QStringLiteral("backup"), backup});
    QVERIFY2(copied.exitCode == 0, copied.err.constData());
    QVERIFY(copied.out.contains("copy.sqlite"));
    QCOMPARE(daemon.ctl({QStringLiteral("rename"), id, QStringLiteral("After")}).exitCode, 0);

    const quint16 port = daemon.port();
    const Finished restored =
        daemon.ctl({QStringLiteral("restore"), backup, QStringLiteral("--json")});
    QVERIFY2(restored.exitCode == 0, restored.err.constData());
    const QString kept = QJsonDocument::fromJson(restored.out)
                             .object()
                             .value(QStringLiteral("keptBeforeRestore"))
                             .toString();
    QVERIFY(QFile::exists(kept));
    // When the command ends the daemon is there again, with what was backed up and at its old port,
    // where the outlets come back by themselves.
    QVERIFY(!daemon.outletNamed(QStringLiteral("Before")).isEmpty());
    QVERIFY(daemon.outletNamed(QStringLiteral("After")).isEmpty());
    QCOMPARE(daemon.port(), port);
    QTRY_COMPARE_WITH_TIMEOUT(
        daemon.outletNamed(QStringLiteral("Before")).value(QStringLiteral("link")).toString(),
        QStringLiteral("online"), 30'000);
    QCOMPARE(daemon.stop(), 0);
}

void TestDaemonBackup::aBadFileChangesNothing()
{
    const QTemporaryDir dir;
    Daemon daemon(dir.filePath(QStringLiteral("data")));
    QVERIFY2(daemon.start(), daemon.err().constData());
    const QString bad = dir.filePath(QStringLiteral("bad.sqlite"));
    QFile file(bad);
    QVERIFY(file.open(QFile::WriteOnly));
    QCOMPARE(file.write(QByteArray(8192, 'x')), 8192);
    file.close();
    const Finished refused = daemon.ctl({QStringLiteral("restore"), bad});
    QCOMPARE(refused.exitCode, 1);
    QVERIFY(refused.err.contains("not an Outlet file"));
    QCOMPARE(daemon.ctl({QStringLiteral("restore")}).exitCode, 2);
    QCOMPARE(daemon.ctl({QStringLiteral("restore"), dir.filePath(QStringLiteral("none"))}).exitCode,
             1);
    const Finished nowhere =
        daemon.ctl({QStringLiteral("backup"), bad + QStringLiteral("/copy.sqlite")});
    QCOMPARE(nowhere.exitCode, 1);
    QVERIFY(nowhere.err.contains("is not a folder"));
    QCOMPARE(daemon.ctl({QStringLiteral("status")}).exitCode, 0);
    QCOMPARE(daemon.stop(), 0);
}

QTEST_GUILESS_MAIN(TestDaemonBackup)
#include "tst_daemon_backup.moc"
