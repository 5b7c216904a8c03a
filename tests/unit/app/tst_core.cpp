// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QTcpServer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "app/core.h"
#include "app/energy_service.h"
#include "app/running_instance.h"
#include "app/settings.h"
#include "base/local_calendar.h"
#include "control/control_client.h"
#include "history/history.h"
#include "outlets/outlet_registry.h"
#include "simulator/household.h"
#include "storage/sql_connection.h"

using namespace outlet;

namespace {

CoreOptions optionsFor(const QString &dataDir)
{
    CoreOptions options;
    options.program = QStringLiteral("outlet");
    options.dataDir = dataDir;
    options.port = 0;
    options.bind = {QHostAddress(QHostAddress::LocalHost)};
    return options;
}

bool startAndWait(Core &core)
{
    QSignalSpy ready(&core, &Core::ready);
    return core.start() && (ready.count() > 0 || ready.wait(60'000)) && core.isReady();
}

int onlineCount(Core &core)
{
    int count = 0;
    for (const Outlet *outlet : core.registry().outlets())
        count += outlet->linkState() == LinkState::Online ? 1 : 0;
    return count;
}

} // namespace

/// The engine as a whole, on real sockets and a real file.
class TestCore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startsAndStops();
    void oneProgramPerFolder();
    void portInUse();
    void otherPort();
    void remembers();
    void recordsWhatIsReal();
    void findsDamageInTheHistory();
    void goesOnBringingOver();
    void demo();
    void simulatedOutlets();
    void raise();
};

void TestCore::startsAndStops()
{
    QTemporaryDir dir;
    Core core(optionsFor(dir.path()));
    QVERIFY(!core.isReady());
    QVERIFY(startAndWait(core));
    QVERIFY(core.server().isListening());
    QVERIFY(!core.listenError());
    QCOMPARE(core.port(), core.server().port());
    QVERIFY(core.listeningSinceUtcMs() > 0);
    QCOMPARE(core.secondsToRetry(), 0);
    QCOMPARE(core.listeningAt(), QStringList{QStringLiteral("127.0.0.1:%1").arg(core.port())});
    QCOMPARE(core.reachableAddresses(), QStringList{QStringLiteral("127.0.0.1")});
    core.stop();
    core.stop();
    QVERIFY(!core.server().isListening());
    Core next(optionsFor(dir.path()));
    QVERIFY(startAndWait(next));
}

void TestCore::oneProgramPerFolder()
{
    QTemporaryDir dir;
    Core core(optionsFor(dir.path()));
    QVERIFY(startAndWait(core));
    Core second(optionsFor(dir.path()));
    QVERIFY(!second.start());
    const QString process = QStringLiteral("(process %1)").arg(QCoreApplication::applicationPid());
    QVERIFY2(second.startError().contains(process), qPrintable(second.startError()));
    second.stop(); // does not take the first one's lock or socket away
    ControlClient client;
    QVERIFY(client.open(dir.path()));
    Core third(optionsFor(dir.path()));
    QVERIFY(!third.start());
}

void TestCore::portInUse()
{
    QTemporaryDir dir;
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    CoreOptions options = optionsFor(dir.path());
    options.port = other.serverPort();
    Core core(options);
    QSignalSpy changed(&core, &Core::serverStateChanged);
    QVERIFY(startAndWait(core));
    QVERIFY(!core.server().isListening());
    QVERIFY(core.listenError());
    QCOMPARE(core.listenError()->kind, ListenError::Kind::PortInUse);
    QCOMPARE(core.port(), other.serverPort());
    QCOMPARE(core.listeningSinceUtcMs(), 0);
    QVERIFY(core.secondsToRetry() >= 1 && core.secondsToRetry() <= 10);
    QVERIFY(core.listeningAt().isEmpty());
#ifdef Q_OS_LINUX
    QTRY_VERIFY(core.portHolder());
    QCOMPARE(core.portHolder()->pid, QCoreApplication::applicationPid());
    QVERIFY(core.listenErrorText().contains(QStringLiteral("(process ")));
    QVERIFY(changed.count() >= 2);
#endif
    core.retryListen();
    QVERIFY(core.listenError());
    other.close();
    changed.clear();
    core.retryListen();
    QVERIFY(!core.listenError());
    QVERIFY(!core.portHolder());
    QVERIFY(core.listenErrorText().isEmpty());
    QVERIFY(core.server().isListening());
    QCOMPARE(core.secondsToRetry(), 0);
    QCOMPARE(changed.count(), 1);
}

void TestCore::otherPort()
{
    QTemporaryDir dir;
    quint16 port = 0;
    {
        Core core(optionsFor(dir.path()));
        QVERIFY(startAndWait(core));
        QTcpServer free; // finds a port that nobody has
        QVERIFY(free.listen(QHostAddress::LocalHost));
        port = free.serverPort();
        free.close();
        core.setPort(80); // not one of those that may be chosen
        QVERIFY(core.port() != 80);
        core.setPort(port);
        QVERIFY(core.server().isListening());
        QCOMPARE(core.port(), port);
    }
    CoreOptions options = optionsFor(dir.path());
    options.port.reset();
    Core core(options);
    QVERIFY(startAndWait(core));
    QCOMPARE(core.port(), port);
    QCOMPARE(core.settings().port(), port);
}

void TestCore::remembers()
{
    QTemporaryDir dir;
    const QString id = QStringLiteral("aaaa-1111");
    {
        Core core(optionsFor(dir.path()));
        QVERIFY(startAndWait(core));
        Outlet *outlet = core.registry().findOrAdd(id);
        core.registry().allow(outlet);
        // What is heard in the very millisecond of another write counts as written.
        const qint64 allowedUtcMs = core.clock().utcMs();
        QTRY_VERIFY(core.clock().utcMs() > allowedUtcMs);
        outlet->heard(QStringLiteral("192.168.1.7"), true); // written by stop()
    }
    Core core(optionsFor(dir.path()));
    QVERIFY(startAndWait(core));
    Outlet *outlet = core.registry().find(id);
    QVERIFY(outlet);
    QVERIFY(outlet->isKnown());
    QCOMPARE(outlet->record().address, QStringLiteral("192.168.1.7"));
}

void TestCore::recordsWhatIsReal()
{
    QTemporaryDir dir;
    {
        Core core(optionsFor(dir.path()));
        QVERIFY(startAndWait(core));
        QVERIFY(core.history().isOpen());
        core.startSimulated();
        Outlet *outlet = core.registry().findOrAdd(QStringLiteral("real"));
        core.registry().allow(outlet);
        outlet->applyReport(804, 183);
        for (Outlet *other : core.registry().outlets())
            other->applyReport(5, 183);
    }
    // Closing wrote all of it, and nothing that was made up.
    SqlConnection file;
    QVERIFY(!file.openForWriting(dir.filePath(QStringLiteral("outlet.sqlite"))));
    QCOMPARE(file.value(QStringLiteral("SELECT sum(joules) FROM recent_report"))->toInt(), 809);
    QCOMPARE(file.value(QStringLiteral("SELECT group_concat(outlet_id) FROM history_outlet"))
                 ->toString(),
             QStringLiteral("real"));
    file.close();

    // What was used today outlives the program; what comes is added, once.
    Core core(optionsFor(dir.path()));
    QVERIFY(startAndWait(core));
    Outlet *outlet = core.registry().find(QStringLiteral("real"));
    QVERIFY(outlet);
    const qint64 before = outlet->energyTodayJoules();
    // Less only when it is just past midnight, and the span lies in yesterday.
    const qint64 now = core.clock().utcMs();
    if (LocalCalendar().date(now) == LocalCalendar().date(now - 400'000))
        QCOMPARE(before, 809);
    outlet->applyReport(6, 0);
    QCOMPARE(outlet->energyTodayJoules(), before + 6);
}

/// A page of the history is broken while the program is away: it finds that by itself, saves what
/// can be read, says so, and has it all at the next start.
void TestCore::findsDamageInTheHistory()
{
    QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("outlet.sqlite"));
    {
        Core core(optionsFor(dir.path()));
        QVERIFY(startAndWait(core));
        Outlet *outlet = core.registry().findOrAdd(QStringLiteral("real"));
        core.registry().allow(outlet);
        for (int i = 0; i < 2000; ++i)
            core.history().record(MeasuredReading{QStringLiteral("real"),
                                                  core.clock().utcMs() - 4000 + i, 100 + i % 2,
                                                  std::nullopt});
    }
    int root = 0;
    {
        SqlConnection connection;
        QVERIFY(!connection.openForWriting(file));
        root = connection
                   .value(QStringLiteral("SELECT rootpage FROM sqlite_master"
                                         " WHERE name = 'recent_reading'"))
                   ->toInt();
        // As if a day had passed: then it looks again.
        QVERIFY(!connection.run(QStringLiteral("UPDATE setting SET value = 0"
                                               " WHERE key = 'historyCheckedUtcMs'")));
        QVERIFY(!connection.run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
    }
    QFile raw(file);
    QVERIFY(raw.open(QIODevice::ReadWrite));
    const qint64 pages = raw.size() / 4096;
    QVERIFY(pages > root + 4);
    QVERIFY(raw.seek((pages - 2) * 4096));
    raw.write(QByteArray(4096, '\x5a'));
    raw.close();
    {
        Core core(optionsFor(dir.path()));
        QSignalSpy recovered(&core.history(), &History::recovered);
        QVERIFY(startAndWait(core));
        QVERIFY(recovered.count() > 0 || recovered.wait(20'000));
        QCOMPARE(core.history().problem().kind, HistoryProblem::Kind::Damaged);
        QCOMPARE(core.storage().problem().kind, StorageProblem::Kind::CorruptSetAside);
        QVERIFY(core.registry().find(QStringLiteral("real")));
        core.registry().find(QStringLiteral("real"))->applyReport(7, 1);
    }
    SqlConnection connection;
    QVERIFY(!connection.openForWriting(file));
    QCOMPARE(connection.value(QStringLiteral("PRAGMA integrity_check"))->toString(),
             QStringLiteral("ok"));
    QVERIFY(connection.value(QStringLiteral("SELECT count(*) FROM recent_reading"))->toInt() >
            1000);
    QCOMPARE(connection.value(QStringLiteral("SELECT sum(joules) FROM recent_report"))->toInt(), 7);
    // It is brought over: nothing is left to do.
    QCOMPARE(connection
                 .value(QStringLiteral("SELECT count(*) FROM setting"
                                       " WHERE key = 'damagedHistory'"))
                 ->toInt(),
             0);
}

/// The program ended while it was bringing a damaged file's history over: it goes on at the next
/// start.
void TestCore::goesOnBringingOver()
{
    QTemporaryDir before;
    {
        Core core(optionsFor(before.path()));
        QVERIFY(startAndWait(core));
        Outlet *outlet = core.registry().findOrAdd(QStringLiteral("real"));
        core.registry().allow(outlet);
        outlet->applyReport(804, 183);
    }
    QTemporaryDir dir;
    QStringList aside{dir.filePath(QStringLiteral("aside")),
                      dir.filePath(QStringLiteral("no longer there"))};
    QVERIFY(QFile::copy(before.filePath(QStringLiteral("outlet.sqlite")), aside.first()));
    {
        Core core(optionsFor(dir.path()));
        QVERIFY(startAndWait(core));
        core.storage().saveSetting(QStringLiteral("damagedHistory"), aside.join(u'\n'));
    }
    {
        Core core(optionsFor(dir.path()));
        QSignalSpy recovered(&core.history(), &History::recovered);
        QVERIFY(startAndWait(core));
        QVERIFY(recovered.count() > 0 || recovered.wait(20'000));
    }
    SqlConnection file;
    QVERIFY(!file.openForWriting(dir.filePath(QStringLiteral("outlet.sqlite"))));
    QCOMPARE(file.value(QStringLiteral("SELECT sum(joules) FROM recent_report"))->toInt(), 804);
    QCOMPARE(file.value(QStringLiteral("SELECT count(*) FROM setting WHERE key = 'damagedHistory'"))
                 ->toInt(),
             0);
}

void TestCore::demo()
{
    QString dataDir;
    {
        CoreOptions options;
        options.program = QStringLiteral("outlet");
        options.dataDir = QStringLiteral("/not/touched");
        options.demo = true;
        Core core(options);
        QVERIFY(startAndWait(core));
        dataDir = core.options().dataDir;
        QVERIFY(QDir(dataDir).exists());
        QVERIFY(dataDir != options.dataDir);
        QCOMPARE(core.server().addresses(),
                 QList<QHostAddress>{QHostAddress(QHostAddress::LocalHost)});
        QTRY_COMPARE_WITH_TIMEOUT(onlineCount(core), 9, 10'000);
        int known = 0;
        for (const Outlet *outlet : core.registry().outlets()) {
            known += outlet->isKnown() ? 1 : 0;
            QVERIFY(!core.isSimulated(outlet->id()));
        }
        QCOMPARE(known, 8);
        const Outlet *first = core.registry().outlets().first();
        QCOMPARE(first->displayName(), QStringLiteral("Freezer"));
        QCOMPARE(first->record().room, QStringLiteral("Kitchen"));
        core.startSimulated(); // has no meaning here
        QVERIFY(!core.hasSimulated());
        // They have a past, and prices to go with it.
        QCOMPARE(core.energy().tariff().plans.size(), 3);
        QTRY_VERIFY_WITH_TIMEOUT(core.energy().projectedMonth(), 10'000);
        QVERIFY(core.energy().thisMonth().joules.value_or(0) > 0);
        QVERIFY(core.energy().thisMonth().cost);
    }
    QVERIFY(!QDir(dataDir).exists());
}

void TestCore::simulatedOutlets()
{
    QTemporaryDir dir;
    const QString own = QStringLiteral("aaaa-1111");
    {
        Core core(optionsFor(dir.path()));
        QVERIFY(startAndWait(core));
        core.registry().allow(core.registry().findOrAdd(own));
        QSignalSpy appeared(&core.registry(), &OutletRegistry::newOutletAppeared);
        QSignalSpy changed(&core, &Core::simulatedChanged);
        core.startSimulated();
        core.startSimulated();
        QCOMPARE(changed.count(), 1);
        QVERIFY(core.hasSimulated());
        QCOMPARE(core.registry().outlets().size(), 9);
        QTRY_COMPARE_WITH_TIMEOUT(onlineCount(core), 8, 10'000);
        QCOMPARE(appeared.count(), 0);
        for (const Outlet *outlet : core.registry().outlets())
            QCOMPARE(core.isSimulated(outlet->id()), outlet->id() != own);
        core.stopSimulated();
        QVERIFY(!core.hasSimulated());
        QCOMPARE(core.registry().outlets().size(), 1);
        core.startSimulated(); // and the program ends with them
        QCOMPARE(core.registry().outlets().size(), 9);
        QTRY_COMPARE_WITH_TIMEOUT(onlineCount(core), 8, 10'000);
    }
    Core core(optionsFor(dir.path()));
    QVERIFY(startAndWait(core));
    QCOMPARE(core.registry().outlets().size(), 1);
    QCOMPARE(core.registry().outlets().first()->id(), own);
}

void TestCore::raise()
{
    QTemporaryDir dir;
    QCOMPARE(raiseRunningInstance(dir.path()), RaiseResult::NothingRuns);
    Core core(optionsFor(dir.path()));
    QVERIFY(startAndWait(core));
    QSignalSpy raised(&core, &Core::raiseRequested);
    QCOMPARE(raiseRunningInstance(dir.path()), RaiseResult::NoWindow);
    core.setHasWindow(true);
    QCOMPARE(raiseRunningInstance(dir.path()), RaiseResult::Raised);
    QCOMPARE(raised.count(), 1);
    QVERIFY(raised.takeFirst().first().value<WindowWish>() == WindowWish::Show);
    const QString path = dir.filePath(QStringLiteral("März \"2025\".csv"));
    for (const WindowWish &wish :
         {WindowWish(WindowWish::AskTurnAllOff), WindowWish::importOf(path)}) {
        QCOMPARE(raiseRunningInstance(dir.path(), wish), RaiseResult::Raised);
        QVERIFY(raised.takeFirst().first().value<WindowWish>() == wish);
    }
}

QTEST_GUILESS_MAIN(TestCore)
#include "tst_core.moc"
