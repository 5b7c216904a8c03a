// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtTest/QtTest>

#include "simulator/server_target.h"
#include "simulator/simulator_options.h"

using namespace outlet;
using namespace std::chrono_literals;

namespace {

Result<SimulatorOptions, SimulatorUsage> parse(const QString &line)
{
    return parseSimulatorOptions(QStringList{QStringLiteral("outlet-sim")} +
                                 line.split(u' ', Qt::SkipEmptyParts));
}

} // namespace

class TestSimulatorOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void defaults()
    {
        const auto options = parse({});
        QVERIFY(options.ok());
        QCOMPARE(options->server, QUrl(QStringLiteral("ws://127.0.0.1:17273/gnws")));
        QCOMPARE(options->household.count, 8);
        QCOMPARE(options->speed, 1.0);
        QVERIFY(!options->duration);
        QVERIFY(!options->jsonEvents && !options->listOnly && !options->readCommands);
    }

    void everythingAtOnce()
    {
        const auto options = parse(QStringLiteral(
            "--server ws://192.168.1.5:18000 --count 20 --seed 7 --framing aes --speed 60 "
            "--drop-rate 2 --mute --slow-rate 0.5 --slow-seconds 4 --button-rate 3 "
            "--malformed-rate 1 --never-confirm @0,19 --duration 90.5 --ledger l.json --json "
            "--commands"));
        QVERIFY2(options.ok(), options.ok() ? "" : qPrintable(options.error().text));
        const HouseholdOptions &household = options->household;
        QCOMPARE(options->server, QUrl(QStringLiteral("ws://192.168.1.5:18000/gnws")));
        QCOMPARE(household.count, 20);
        QCOMPARE(household.seed, 7u);
        QCOMPARE(household.framing, FramingMix::Aes);
        QCOMPARE(household.faults.dropsPerHour, 2.0);
        QCOMPARE(household.faults.dropManner, DropManner::Mute);
        QCOMPARE(household.faults.slowShare, 0.5);
        QCOMPARE(household.faults.slowDelay, 4s);
        QCOMPARE(household.faults.pressesPerHour, 3.0);
        QCOMPARE(household.faults.malformedPerHour, 1.0);
        QCOMPARE(household.neverConfirming, (QSet<int>{0, 19}));
        QCOMPARE(options->speed, 60.0);
        QCOMPARE(options->duration.value(), 90500ms);
        QCOMPARE(options->ledgerFile, QStringLiteral("l.json"));
        QVERIFY(options->jsonEvents && options->readCommands);
        QCOMPARE(parse(QStringLiteral("--never-confirm 3"))->household.neverConfirming,
                 (QSet<int>{0, 1, 2}));
    }

    void refused_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {"--count 0",
                                 "--count many",
                                 "--count 1e9",
                                 "--seed -1",
                                 "--framing rot13",
                                 "--speed 0",
                                 "--speed nan",
                                 "--drop-rate -1",
                                 "--slow-rate 1.5",
                                 "--never-confirm 9",
                                 "--never-confirm @8",
                                 "--never-confirm @1,x",
                                 "--duration 0",
                                 "--server wss://127.0.0.1",
                                 "--server http://127.0.0.1",
                                 "--server ws://",
                                 "--server 8.8.8.8",
                                 "--server example.org",
                                 "--server [2001:db8::1]",
                                 "--bogus",
                                 "surplus"})
            QTest::addRow("%s", line) << QString::fromLatin1(line);
    }
    void refused()
    {
        QFETCH(QString, line);
        const auto options = parse(line);
        QVERIFY(!options.ok());
        QVERIFY(options.error().isError);
        QVERIFY(options.error().text.endsWith(u'.'));
    }

    void helpAndVersionAreNoErrors()
    {
        for (const auto &line : {QStringLiteral("--help"), QStringLiteral("--version")}) {
            const auto options = parse(line);
            QVERIFY(!options.ok());
            QVERIFY(!options.error().isError);
            QVERIFY(!options.error().text.isEmpty());
        }
    }

    void anyTargetOnRequest()
    {
        const auto options = parse(QStringLiteral("--server example.org --allow-any-target"));
        QVERIFY(options.ok());
        QCOMPARE(options->server, QUrl(QStringLiteral("ws://example.org:17273/gnws")));
    }

    void nearbyTargets_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("nearby");
        for (const char *host : {"localhost", "127.0.0.1", "127.9.9.9", "10.1.2.3", "172.31.0.1",
                                 "192.168.0.1", "169.254.1.1", "[::1]", "[fd00::1]", "[fe80::1]"})
            QTest::addRow("%s", host) << QString::fromLatin1(host) << true;
        for (const char *host : {"172.32.0.1", "192.169.0.1", "9.255.255.255", "0.0.0.0",
                                 "localhost.example.org", "[2001:db8::1]", "[::ffff:8.8.8.8]"})
            QTest::addRow("%s", host) << QString::fromLatin1(host) << false;
    }
    void nearbyTargets()
    {
        QFETCH(QString, host);
        QFETCH(bool, nearby);
        const QUrl url = outletUrl(host);
        QVERIFY(url.isValid());
        QCOMPARE(url.port(), 17273);
        QCOMPARE(url.path(), QStringLiteral("/gnws"));
        QCOMPARE(isNearbyTarget(url), nearby);
    }
};

QTEST_GUILESS_MAIN(TestSimulatorOptions)
#include "tst_simulator_options.moc"
