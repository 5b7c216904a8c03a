// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include "base/manual_clock.h"
#include "base/system_clock.h"
#include "daemon_process.h"
#include "simulator/household.h"
#include "simulator/simulation.h"

using namespace outlet;
using outlet::test::Daemon;
using outlet::test::Finished;

namespace {

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(u' ');
}

} // namespace

/// outletctl energy and tariff, asked of the real outletd by the real outletctl.
class TestDaemonEnergy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void energyAndCost();
    void prices();
    void refusals();
};

void TestDaemonEnergy::energyAndCost()
{
    const QTemporaryDir dir;
    Daemon daemon(dir.path());
    QVERIFY2(daemon.start({QStringLiteral("--accept-new")}), daemon.err().constData());
    ManualClock simulated;
    SystemClock network;
    HouseholdOptions options;
    options.count = 3;
    Simulation simulation(SimulationClocks{simulated, network}, daemon.url());
    simulation.add(mixedHousehold(options));
    simulation.start();
    QVERIFY(QTest::qWaitFor(
        [&] {
            simulated.advance(std::chrono::milliseconds(100));
            return simulation.loggedInCount() == 3;
        },
        20'000));
    for (int step = 0; step < 40 && simulation.ledger().total().reports < 6; ++step)
        simulated.advance(std::chrono::seconds(60));
    const qint64 sent = simulation.ledger().total().joules;
    QVERIFY(sent > 0);

    // Reports are laid back from their arrival: into yesterday, when it is shortly after midnight.
    const QString yesterday = QDate::currentDate().addDays(-1).toString(Qt::ISODate);
    const QString tomorrow = QDate::currentDate().addDays(1).toString(Qt::ISODate);
    const auto ask = [&](const char *more) {
        QStringList arguments = words("energy all --from");
        arguments << yesterday << QStringLiteral("--to") << tomorrow << words(more);
        return daemon.ctl(arguments);
    };
    const auto rows = [&](const char *more) {
        return QJsonDocument::fromJson(ask(more).out).array();
    };
    const auto sum = [](const QJsonArray &list, const char *key) {
        double total = 0;
        for (const auto &row : list)
            total += row.toObject().value(QLatin1StringView(key)).toDouble();
        return total;
    };
    QTRY_COMPARE_WITH_TIMEOUT(qint64(sum(rows("--bucket day --json"), "joules")), sent, 20'000);
    QCOMPARE(daemon.ctl(words("tariff set --flat 0.25 --currency EUR")).exitCode, 0);

    const QJsonArray days = rows("--bucket day --json");
    QCOMPARE(days.size(), 3);
    QStringList keys = days.first().toObject().keys();
    QStringList expected = words("start seconds joules averageWatts minWatts maxWatts secondsOn "
                                 "secondsKnown cost");
    expected.sort();
    QCOMPARE(keys, expected);
    QVERIFY(qAbs(sum(days, "cost") - double(sent) / 3.6e6 * 0.25) < 1e-9);
    // Of tomorrow nothing is known: null, not 0.
    QVERIFY(days.last().toObject().value(QLatin1StringView("joules")).isNull());
    QVERIFY(days.last().toObject().value(QLatin1StringView("cost")).isNull());
    for (const char *bucket : {"--bucket minute --json", "--bucket quarter --json",
                               "--bucket hour --json", "--bucket month --json", "--json"})
        QCOMPARE(qint64(sum(rows(bucket), "joules")), sent);

    const QJsonArray each = rows("--bucket day --each --json");
    QCOMPARE(each.size(), 9);
    QVERIFY(each.first().toObject().contains(QLatin1StringView("name")));
    QCOMPARE(qint64(sum(each, "joules")), sent);

    const QByteArrayList csv = ask("--bucket day --csv").out.trimmed().split('\n');
    QCOMPARE(csv.size(), 4);
    QCOMPARE(csv.first(), QByteArray("start,seconds,joules,averageWatts,minWatts,maxWatts,"
                                     "secondsOn,secondsKnown,cost"));
    QVERIFY(csv.last().contains(",,"));
    const QByteArray table = ask("--bucket day").out;
    QVERIFY2(table.contains("COST (EUR)") && table.contains("Total"), table.constData());
    QVERIFY2(table.contains(QByteArray::number(double(sent) / 3.6e6, 'f', 3)), table.constData());
}

void TestDaemonEnergy::prices()
{
    const QTemporaryDir dir;
    {
        Daemon daemon(dir.path());
        QVERIFY2(daemon.start(), daemon.err().constData());
        QVERIFY(daemon.ctl(words("tariff")).out.contains("No prices are set"));
        QCOMPARE(
            daemon.ctl(words("tariff set --flat 0.30 --currency EUR --from 2025-01-01")).exitCode,
            0);
        QCOMPARE(daemon.ctl(words("tariff set --flat 0.3455 --from 2025-10-01")).exitCode, 0);
        const Finished wrong = daemon.ctl(words("tariff set --flat 0.34555"));
        QCOMPARE(wrong.exitCode, 2);
        QVERIFY2(wrong.err.contains("at most four decimals"), wrong.err.constData());
        QCOMPARE(daemon.stop(), 0);
    }
    Daemon daemon(dir.path()); // they are remembered
    QVERIFY2(daemon.start(), daemon.err().constData());
    const Finished shown = daemon.ctl(words("tariff --json"));
    const QJsonArray plans = QJsonDocument::fromJson(shown.out).object().value(u"plans").toArray();
    QCOMPARE(plans.size(), 2);
    QCOMPARE(plans.last().toObject().value(u"validFrom").toString(), QStringLiteral("2025-10-01"));

    QFile file(dir.filePath(QStringLiteral("prices.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"plans":[{"validFrom":"2025-01-01","periods":[{"pricePerKwh":1.5}]}]})");
    file.close();
    QCOMPARE(
        daemon.ctl({QStringLiteral("tariff"), QStringLiteral("set"), file.fileName()}).exitCode, 0);
    QVERIFY(daemon.ctl(words("tariff")).out.contains("1.5000"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"plans":[{"validFrom":"2025-01-01","periods":[{"pricePerKwh":-1}]}]})");
    file.close();
    const Finished refused =
        daemon.ctl({QStringLiteral("tariff"), QStringLiteral("set"), file.fileName()});
    QCOMPARE(refused.exitCode, 2);
    QVERIFY2(refused.err.contains("plans[0].periods[0].pricePerKwh"), refused.err.constData());
    QVERIFY(daemon.ctl(words("tariff")).out.contains("1.5000"));
}

void TestDaemonEnergy::refusals()
{
    const QTemporaryDir dir;
    Daemon daemon(dir.path());
    QVERIFY2(daemon.start(), daemon.err().constData());
    const auto fails = [&](const char *arguments, int code, const char *says) {
        const Finished done = daemon.ctl(words(arguments));
        if (done.exitCode == code && done.err.contains(says))
            return true;
        qWarning("%s: %d %s", arguments, done.exitCode, done.err.constData());
        return false;
    };
    QVERIFY(fails("energy nobody", 5, "outletctl list"));
    QVERIFY(fails("energy all --from yesterday", 2, "--from takes a date"));
    QVERIFY(fails("energy all --from 2025-02-02 --to 2025-01-01", 2, "before"));
    QVERIFY(fails("energy all --from 2020-01-01 --bucket minute", 2, "rows"));
    QVERIFY(fails("energy all --from 0001-01-02 --to 9999-01-01 --bucket year", 1, "200 years"));
    QVERIFY(fails("energy all --bucket decade", 2, "--bucket takes"));
    QVERIFY(fails("energy all --json --csv", 2, "one of"));
    QVERIFY(fails("energy nobody --each", 2, "--each"));
    QVERIFY(fails("tariff get", 2, "tariff takes"));
    QVERIFY(fails("tariff set /nowhere/prices.json", 2, "can't be read"));
    // Nobody is known: rows of which nothing is known.
    QCOMPARE(daemon.ctl(words("energy all --bucket day --json")).exitCode, 0);
}

QTEST_GUILESS_MAIN(TestDaemonEnergy)
#include "tst_daemon_energy.moc"
