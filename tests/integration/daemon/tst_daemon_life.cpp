// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QTcpServer>
#include <QtTest/QTest>

#include "base/system_clock.h"
#include "daemon_process.h"
#include "simulator/household.h"
#include "simulator/simulation.h"

using namespace outlet;
using namespace outlet::test;

namespace {

const QString kDaemon = QStringLiteral("outletd");
const QString kDataDir = QStringLiteral("--data-dir");

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// What is wrong with the file, as `status` tells it.
QJsonValue storageProblem(const Daemon &daemon)
{
    const Finished status = daemon.ctl({QStringLiteral("status"), QStringLiteral("--json")});
    return QJsonDocument::fromJson(status.out).object().value(QStringLiteral("storageProblem"));
}

} // namespace

/// How outletd begins and ends, and what it says when it can't.
class TestDaemonLife : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stopsCleanly();
    void endsWhenAsked();
    void usage_data();
    void usage();
    void portTaken();
    void foreignAddress();
    void folderIsAFile();
    void folderInUse();
    void damagedFile();
    void readOnlyFolder();
    void killedInTheMiddle();
    void acceptNew();
};

void TestDaemonLife::stopsCleanly()
{
    QTemporaryDir dir;
    const QString dataDir = dir.filePath(QStringLiteral("made/by/outletd"));
    Daemon daemon(dataDir);
    QVERIFY2(daemon.start(), daemon.err().constData());
#ifndef Q_OS_WIN // there a user's folders are closed to others by what they inherit
    QCOMPARE(QFileInfo(dataDir).permissions() &
                 (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther),
             QFile::Permissions());
#endif
    QCOMPARE(daemon.stop(), 0);
    QVERIFY2(!daemon.err().contains("warning"), daemon.err().constData());
    // Nothing is left behind but the file.
    QCOMPARE(QDir(dataDir).entryList(QDir::AllEntries | QDir::System | QDir::Hidden |
                                     QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("outlet.sqlite")});
}

void TestDaemonLife::endsWhenAsked()
{
    QTemporaryDir dir;
    Daemon daemon(dir.path());
    QVERIFY2(daemon.start(), daemon.err().constData());
    const Finished asked = daemon.ctl({QStringLiteral("quit")});
    QCOMPARE(asked.exitCode, 0);
    QCOMPARE(asked.out, QByteArray("outletd ends.\n"));
    QCOMPARE(daemon.waitForEnd(), 0);
}

void TestDaemonLife::usage_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *line) {
        QTest::newRow(line) << QString::fromLatin1(line).split(u' ');
    };
    row("--nonsense");
    row("--port 65536");
    row("--port http");
    row("--bind localhost");
    row("--log-level loud");
    row("now");
}

void TestDaemonLife::usage()
{
    QFETCH(QStringList, arguments);
    const Finished ended = runProgram(kDaemon, arguments);
    QCOMPARE(ended.exitCode, 2);
    QVERIFY(ended.out.isEmpty());
    QCOMPARE(ended.err.count('\n'), 1);
    QVERIFY(ended.err.startsWith("outletd: "));
}

void TestDaemonLife::portTaken()
{
    QTemporaryDir dir;
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const Finished ended = runProgram(
        kDaemon, {kDataDir, dir.path(), QStringLiteral("--bind"), QStringLiteral("127.0.0.1"),
                  QStringLiteral("--port"), QString::number(other.serverPort())});
    QCOMPARE(ended.exitCode, 3);
    QVERIFY(ended.out.isEmpty());
    QCOMPARE(ended.err.count('\n'), 1);
    const QByteArray port = "Port " + QByteArray::number(other.serverPort());
    QVERIFY(ended.err.contains(QByteArray(port + " is in use by")));
#ifdef Q_OS_LINUX
    const QByteArray process =
        "(process " + QByteArray::number(QCoreApplication::applicationPid()) + ')';
    QVERIFY2(ended.err.contains(process), ended.err.constData());
#endif
}

void TestDaemonLife::foreignAddress()
{
    QTemporaryDir dir;
    const Finished ended = runProgram(kDaemon, {kDataDir, dir.path(), QStringLiteral("--bind"),
                                                QStringLiteral("192.0.2.77"),
                                                QStringLiteral("--port"), QStringLiteral("0")});
    QCOMPARE(ended.exitCode, 3);
    QCOMPARE(ended.err.count('\n'), 1);
    QVERIFY2(ended.err.contains("192.0.2.77 is not an address of this computer"),
             ended.err.constData());
}

void TestDaemonLife::folderIsAFile()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("file"));
    writeFile(path, "mine");
    for (const QString &dataDir : QStringList{path, path + QStringLiteral("/below")}) {
        const Finished ended = runProgram(kDaemon, {kDataDir, dataDir});
        QCOMPARE(ended.exitCode, 4);
        QVERIFY(ended.out.isEmpty());
        QCOMPARE(ended.err.count('\n'), 1);
        QVERIFY(ended.err.contains("--data-dir"));
    }
    QCOMPARE(QFileInfo(path).size(), 4);
}

void TestDaemonLife::folderInUse()
{
    QTemporaryDir dir;
    Daemon daemon(dir.path());
    QVERIFY(daemon.start());
    const Finished ended =
        runProgram(kDaemon, {kDataDir, dir.path(), QStringLiteral("--port"), QStringLiteral("0")});
    QCOMPARE(ended.exitCode, 4);
    QCOMPARE(ended.err.count('\n'), 1);
    const QByteArray holder = "outletd (process " + QByteArray::number(daemon.pid()) + ')';
    QVERIFY2(ended.err.contains(holder), ended.err.constData());
    QCOMPARE(daemon.ctl({QStringLiteral("status")}).exitCode, 0); // the first one goes on
}

void TestDaemonLife::damagedFile()
{
    QTemporaryDir dir;
    const QByteArray rubbish = "this is no database ";
    writeFile(dir.filePath(QStringLiteral("outlet.sqlite")), rubbish.repeated(1000));
    Daemon daemon(dir.path());
    QVERIFY2(daemon.start(), daemon.err().constData());
    QTRY_VERIFY(storageProblem(daemon).toString().contains(QStringLiteral("damaged")));
    QTRY_COMPARE(daemon.err().count("warning outlet.storage"), 1);
    const QStringList kept = QDir(dir.path()).entryList({QStringLiteral("outlet.sqlite.damaged*")});
    QCOMPARE(kept.size(), 1);
    QFile file(dir.filePath(kept.first()));
    QVERIFY(file.open(QFile::ReadOnly));
    QCOMPARE(file.readAll(), rubbish.repeated(1000));
    QCOMPARE(daemon.stop(), 0);
}

void TestDaemonLife::readOnlyFolder()
{
    const auto user = asOrdinaryUser();
    if (!user)
        QSKIP("Permissions don't count for this user, and there is no setpriv to be another");
    QTemporaryDir dir;
    // What is below can be read by the other user and written by nobody.
    const auto closed = QFile::Permissions(0x5555);
    const QString dataDir = dir.filePath(QStringLiteral("data"));
    QVERIFY(QDir().mkdir(dataDir));
    QVERIFY(QFile::setPermissions(dir.path(), QFile::Permissions(0x7755)));
    QVERIFY(QFile::setPermissions(dataDir, closed));
    const auto open =
        qScopeGuard([&] { QFile::setPermissions(dataDir, QFile::Permissions(0x7755)); });

    Daemon daemon(dataDir, *user);
    QVERIFY2(daemon.start({QStringLiteral("--accept-new")}), daemon.err().constData());
    QTRY_COMPARE(daemon.err().count("warning outlet.storage"), 1);
    QVERIFY2(storageProblem(daemon).isString(), daemon.err().constData());
    // It works all the same, and says that it won't remember.
    SystemClock clock;
    Simulation simulation(SimulationClocks{clock, clock}, daemon.url());
    simulation.add(demoSpecs().first());
    simulation.start();
    QTRY_COMPARE_WITH_TIMEOUT(simulation.loggedInCount(), 1, 10'000);
    const Finished renamed = daemon.ctl(
        {QStringLiteral("rename"), simulation.outlet(0)->spec().id, QStringLiteral("Lamp")});
    QCOMPARE(renamed.exitCode, 1);
    QVERIFY2(renamed.err.contains("may be gone after a restart"), renamed.err.constData());
    QCOMPARE(daemon.ctl({QStringLiteral("toggle"), QStringLiteral("Lamp")}).exitCode, 0);
    QCOMPARE(daemon.stop(), 0);
}

void TestDaemonLife::killedInTheMiddle()
{
    QTemporaryDir dir;
    SystemClock clock;
    HouseholdOptions household;
    household.count = 6;
    const QList<SimulatedOutletSpec> specs = mixedHousehold(household);
    const auto nameOf = [](int round, int i) {
        return QStringLiteral("Name %1.%2").arg(round).arg(i);
    };
    for (int round = 0; round < 3; ++round) {
        Daemon daemon(dir.path());
        QVERIFY2(daemon.start(), daemon.err().constData());
        if (round > 0) {
            // Everything that was acknowledged before the kill is there: that is what it means.
            for (int i = 0; i < 5; ++i) {
                const QJsonObject outlet = daemon.outletNamed(nameOf(round - 1, i));
                QCOMPARE(outlet.value(QStringLiteral("id")).toString(), specs.at(i).id);
                QCOMPARE(outlet.value(QStringLiteral("decision")).toString(),
                         i == 4 ? QStringLiteral("ignored") : QStringLiteral("known"));
                QCOMPARE(outlet.value(QStringLiteral("room")).toString(),
                         i == 4 ? QString() : QStringLiteral("Room %1").arg(i));
            }
            QCOMPARE(daemon.list().size(), 5); // the forgotten one is gone
        }
        Simulation simulation(SimulationClocks{clock, clock}, daemon.url());
        simulation.add(specs);
        simulation.start();
        QTRY_COMPARE_WITH_TIMEOUT(simulation.loggedInCount(), 6, 10'000);
        for (int i = 0; i < 4; ++i)
            QCOMPARE(daemon
                         .ctl({QStringLiteral("allow"), specs.at(i).id, QStringLiteral("--name"),
                               nameOf(round, i), QStringLiteral("--room"),
                               QStringLiteral("Room %1").arg(i)})
                         .exitCode,
                     0);
        QCOMPARE(daemon.ctl({QStringLiteral("ignore"), specs.at(4).id}).exitCode, 0);
        QCOMPARE(daemon.ctl({QStringLiteral("allow"), specs.at(5).id}).exitCode, 0);
        QCOMPARE(daemon.ctl({QStringLiteral("forget"), specs.at(5).id}).exitCode, 0);
        QCOMPARE(daemon.ctl({QStringLiteral("rename"), specs.at(4).id, nameOf(round, 4)}).exitCode,
                 0);
        daemon.kill(); // at once: acknowledged means on disk
    }
}

void TestDaemonLife::acceptNew()
{
    QTemporaryDir dir;
    Daemon daemon(dir.path());
    QVERIFY2(daemon.start({QStringLiteral("--accept-new"), QStringLiteral("--log-level"),
                           QStringLiteral("error")}),
             daemon.err().constData());
    SystemClock clock;
    Simulation simulation(SimulationClocks{clock, clock}, daemon.url());
    simulation.add(demoSpecs().first());
    simulation.start();
    QTRY_COMPARE_WITH_TIMEOUT(simulation.loggedInCount(), 1, 10'000);
    QCOMPARE(daemon.list().first().toObject().value(QStringLiteral("decision")).toString(),
             QStringLiteral("known"));
    QCOMPARE(daemon.err(), QByteArray());
}

QTEST_GUILESS_MAIN(TestDaemonLife)
#include "tst_daemon_life.moc"
