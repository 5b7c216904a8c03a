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

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ');
}

/// The events of a running `outletctl watch --json`.
class Watcher
{
public:
    explicit Watcher(const QString &dataDir)
    {
        m_process.start(QStringLiteral(OUTLET_BIN_DIR "/outletctl"),
                        {QStringLiteral("--data-dir"), dataDir, QStringLiteral("watch"),
                         QStringLiteral("--json")});
    }
    ~Watcher()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    /// The first event that has these fields with these values; empty when there is none yet.
    QJsonObject find(const QJsonObject &wanted)
    {
        m_bytes += m_process.readAllStandardOutput();
        const QByteArrayList lines = m_bytes.split('\n');
        for (const QByteArray &line : lines) {
            const QJsonObject event = QJsonDocument::fromJson(line).object();
            bool fits = !event.isEmpty();
            for (auto it = wanted.begin(); fits && it != wanted.end(); ++it)
                fits = event.contains(it.key()) && event.value(it.key()) == it.value();
            if (fits)
                return event;
        }
        return {};
    }
    [[nodiscard]] QByteArray bytes() const { return m_bytes; }
    [[nodiscard]] bool hasEnded() const { return m_process.state() == QProcess::NotRunning; }
    [[nodiscard]] int exitCode() const { return m_process.exitCode(); }

private:
    QProcess m_process;
    QByteArray m_bytes;
};

} // namespace

/// The real outletd and outletctl with simulated outlets over real sockets.
class TestDaemonSwitching : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void exitCodes();
    void listOfOneOutlet();
    void buttonAndReportsAreWatched();
    void watchEndsWithTheDaemon();

private:
    /// Plugs in a text outlet, an AES outlet and one that never confirms, all allowed under the
    /// names Text, Aes and Stubborn.
    void plugInHousehold();

    std::unique_ptr<QTemporaryDir> dir;
    std::unique_ptr<Daemon> daemon;
    SystemClock clock;
    std::unique_ptr<Simulation> simulation;
};

void TestDaemonSwitching::init()
{
    dir = std::make_unique<QTemporaryDir>();
    daemon = std::make_unique<Daemon>(dir->path());
    QVERIFY2(daemon->start(), daemon->err().constData());
}

void TestDaemonSwitching::cleanup()
{
    simulation.reset();
    daemon.reset();
    dir.reset();
}

void TestDaemonSwitching::plugInHousehold()
{
    HouseholdOptions options;
    options.count = 4;
    options.neverConfirming = {2};
    QList<SimulatedOutletSpec> specs = mixedHousehold(options);
    specs[0].framing = protocol::Framing::Text;
    specs[1].framing = protocol::Framing::Aes;
    for (SimulatedOutletSpec &spec : specs)
        spec.firstReport = FirstReport::Early;
    simulation = std::make_unique<Simulation>(SimulationClocks{clock, clock}, daemon->url());
    simulation->add(specs);
    simulation->start();
    QTRY_COMPARE_WITH_TIMEOUT(simulation->loggedInCount(), 4, 10'000);
    const char *const names[] = {"Text", "Aes", "Stubborn"};
    for (int i = 0; i < 3; ++i) {
        const Finished allowed =
            daemon->ctl({QStringLiteral("allow"), specs.at(i).id, QStringLiteral("--name"),
                         QString::fromLatin1(names[i])});
        QVERIFY2(allowed.exitCode == 0, allowed.err.constData());
    }
}

void TestDaemonSwitching::exitCodes()
{
    plugInHousehold();
    const auto ctl = [this](const char *line) { return daemon->ctl(words(line)); };

    // 0: done, and confirmed by the outlet, in either framing.
    for (int i = 0; i < 2; ++i) {
        const QString name = i == 0 ? QStringLiteral("Text") : QStringLiteral("Aes");
        SimulatedOutlet *outlet = simulation->outlet(i);
        for (const bool on : {false, true, false}) {
            const Finished done =
                daemon->ctl({on ? QStringLiteral("on") : QStringLiteral("off"), name.toLower()});
            QVERIFY2(done.exitCode == 0, done.err.constData());
            QCOMPARE(done.out,
                     (name + (on ? QStringLiteral(" is on.\n") : QStringLiteral(" is off.\n")))
                         .toUtf8());
            QCOMPARE(outlet->relayOn(), on);
        }
        QCOMPARE(daemon->ctl({QStringLiteral("toggle"), outlet->spec().id.left(8)}).exitCode, 0);
        QCOMPARE(outlet->relayOn(), true);
    }
    // 1: not allowed yet.
    SimulatedOutlet *fresh = simulation->outlet(3);
    const bool before = fresh->relayOn();
    const Finished refused = daemon->ctl({QStringLiteral("toggle"), fresh->spec().id});
    QCOMPARE(refused.exitCode, 1);
    const QByteArray hint = "outletctl allow " + fresh->spec().id.toUtf8();
    QVERIFY(refused.err.contains(hint));
    QCOMPARE(fresh->relayOn(), before);
    // 2: usage.
    QCOMPARE(ctl("explode").exitCode, 2);
    QCOMPARE(ctl("on Text --bright").exitCode, 2);
    QCOMPARE(ctl("allow Text --model toaster").exitCode, 2);
    // 3: not confirmed in time.
    const Finished silent = ctl("toggle Stubborn --wait 0.5");
    QCOMPARE(silent.exitCode, 3);
    QVERIFY(silent.out.isEmpty());
    QCOMPARE(silent.err.count('\n'), 1);
    // 5: none, and several.
    QCOMPARE(ctl("on Nobody").exitCode, 5);
    QCOMPARE(daemon->ctl({QStringLiteral("rename"), QStringLiteral("Aes"), QStringLiteral("Text")})
                 .exitCode,
             0);
    QCOMPARE(ctl("on Text").exitCode, 5);
    QCOMPARE(daemon->ctl({QStringLiteral("on"), simulation->outlet(0)->spec().id}).exitCode, 0);
    // 4: offline, after a restart too, when nothing was heard yet.
    simulation.reset();
    QTRY_COMPARE_WITH_TIMEOUT(
        daemon->outletNamed(QStringLiteral("Stubborn")).value(QStringLiteral("link")).toString(),
        QStringLiteral("offline"), 15'000);
    QCOMPARE(ctl("on Stubborn").exitCode, 4);
    QCOMPARE(daemon->stop(), 0);
    QVERIFY(daemon->start());
    QCOMPARE(ctl("on Stubborn").exitCode, 4);
    // 6: nothing is running.
    QCOMPARE(daemon->stop(), 0);
    const Finished nothing = ctl("list");
    QCOMPARE(nothing.exitCode, 6);
    QCOMPARE(nothing.err.count('\n'), 1);
}

void TestDaemonSwitching::listOfOneOutlet()
{
    plugInHousehold();
    const QJsonObject outlet = daemon->outletNamed(QStringLiteral("Text"));
    QCOMPARE(outlet.keys(), words("address decision encrypted energyTodayJoules firmware id "
                                  "lastSeen link model name pending powerWatts relay room "
                                  "signalDbm voltageVolts"));
    QCOMPARE(outlet.value(QStringLiteral("id")).toString(), simulation->outlet(0)->spec().id);
    QCOMPARE(outlet.value(QStringLiteral("decision")).toString(), QStringLiteral("known"));
    QCOMPARE(outlet.value(QStringLiteral("link")).toString(), QStringLiteral("online"));
    QCOMPARE(outlet.value(QStringLiteral("encrypted")), QJsonValue(false));
    QCOMPARE(outlet.value(QStringLiteral("address")).toString(), QStringLiteral("127.0.0.1"));
    QCOMPARE(outlet.value(QStringLiteral("firmware")).toString(),
             simulation->outlet(0)->spec().firmVersion);
    QVERIFY(outlet.value(QStringLiteral("room")).isNull());
    QCOMPARE(daemon->outletNamed(QStringLiteral("Aes")).value(QStringLiteral("encrypted")),
             QJsonValue(true));

    const Finished table = daemon->ctl({QStringLiteral("list")});
    QCOMPARE(table.exitCode, 0);
    QCOMPARE(table.out.count('\n'), 5);
    const Finished status = daemon->ctl({QStringLiteral("status"), QStringLiteral("--json")});
    const QJsonObject shown = QJsonDocument::fromJson(status.out).object();
    QCOMPARE(shown.value(QStringLiteral("port")).toInt(), int(daemon->port()));
    QCOMPARE(shown.value(QStringLiteral("pid")).toInteger(), daemon->pid());
    QCOMPARE(shown.value(QStringLiteral("listening")), QJsonValue(true));
    QCOMPARE(shown.value(QStringLiteral("dataDir")).toString(), dir->path());
    QCOMPARE(shown.value(QStringLiteral("addresses")),
             QJsonValue(QJsonArray{QStringLiteral("127.0.0.1")}));
    QVERIFY(shown.value(QStringLiteral("error")).isNull());
    QVERIFY(shown.value(QStringLiteral("storageProblem")).isNull());
}

void TestDaemonSwitching::buttonAndReportsAreWatched()
{
    Watcher watcher(dir->path());
    QTRY_VERIFY(!watcher.find({{QStringLiteral("event"), QStringLiteral("hello")}}).isEmpty());
    QVERIFY(watcher.bytes().startsWith("{\"event\":\"hello\""));
    plugInHousehold();
    SimulatedOutlet *outlet = simulation->outlet(0);
    const QString id = outlet->spec().id;
    const auto event = [&id](const char *name, QJsonObject more = {}) {
        more.insert(QStringLiteral("event"), QLatin1StringView(name));
        more.insert(QStringLiteral("id"), id);
        return more;
    };
    QTRY_VERIFY(!watcher.find(event("outletAdded")).isEmpty());
    QTRY_VERIFY(
        !watcher.find(event("decision", {{QStringLiteral("decision"), QStringLiteral("known")}}))
             .isEmpty());
    const bool on = outlet->relayOn();
    outlet->press();
    QTRY_VERIFY(!watcher
                     .find(event("relay", {{QStringLiteral("relay"), !on},
                                           {QStringLiteral("cause"), QStringLiteral("button")}}))
                     .isEmpty());
    QCOMPARE(daemon->ctl({QStringLiteral("toggle"), id}).exitCode, 0);
    QTRY_VERIFY(!watcher.find(event("pending", {{QStringLiteral("pending"), on}})).isEmpty());
    QTRY_VERIFY(!watcher
                     .find(event("relay", {{QStringLiteral("relay"), on},
                                           {QStringLiteral("cause"), QStringLiteral("command")}}))
                     .isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(!watcher.find(event("reading")).isEmpty(), 10'000);
    QCOMPARE(daemon->ctl({QStringLiteral("forget"), id}).exitCode, 0);
    QTRY_VERIFY(!watcher.find(event("removed")).isEmpty());
}

void TestDaemonSwitching::watchEndsWithTheDaemon()
{
    Watcher watcher(dir->path());
    QTRY_VERIFY(!watcher.find({{QStringLiteral("event"), QStringLiteral("hello")}}).isEmpty());
    QCOMPARE(daemon->stop(), 0);
    QTRY_VERIFY(watcher.hasEnded());
    QCOMPARE(watcher.exitCode(), 6);
}

QTEST_GUILESS_MAIN(TestDaemonSwitching)
#include "tst_daemon_switching.moc"
