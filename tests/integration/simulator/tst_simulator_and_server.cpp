// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDeadlineTimer>
#include <QtCore/QJsonObject>
#include <QtTest/QtTest>

#include "base/system_clock.h"
#include "simulator/household.h"
#include "simulator/simulation.h"
#include "support/raw_client.h"
#include "support/server_fixture.h"

using namespace outlet;
using namespace std::chrono_literals;

namespace {

QUrl serverUrl(quint16 port)
{
    return QUrl(QStringLiteral("ws://127.0.0.1:%1/gnws").arg(port));
}

/// Lets both ends read and answer what is on its way. How many turns of the event loop that takes
/// differs from system to system, so a witness asks behind it, and is answered behind it, as often
/// as an exchange has steps.
bool letBothEndsTalk(test::RawClient &witness)
{
    for (int step = 0; step < 4; ++step) {
        qsizetype seen = witness.frames().size();
        witness.sendText(R"({"uri":"/ka"})");
        const QDeadlineTimer deadline(5s);
        for (bool isAnswered = false; !isAnswered;) {
            if (deadline.hasExpired())
                return false;
            QCoreApplication::processEvents();
            while (!isAnswered && seen < witness.frames().size()) {
                const QJsonObject message = test::RawClient::json(witness.frames().at(seen++));
                isAnswered = message.value(u"uri").toString() == u"/kr";
            }
        }
    }
    return true;
}

} // namespace

/// Simulated outlets and the real server, both on one clock that stands still.
class TestSimulatorAndServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Every joule in the simulator's ledger is counted by the server, of plain and AES outlets.
    void energyArrivesWhole()
    {
        test::ServerFixture server;
        test::RawClient witness(server.port);
        witness.logIn("witness");
        SystemClock realClock;
        Simulation simulation({server.clock, realClock}, serverUrl(server.port));
        HouseholdOptions household;
        household.count = 40;
        simulation.add(mixedHousehold(household));
        QHash<QString, qint64> counted;
        connect(&server.registry, &OutletRegistry::outletAdded, this,
                [&counted](Outlet *outlet, int) {
                    connect(outlet, &Outlet::energyReported, outlet,
                            [&counted, outlet](const EnergyReport &report) {
                                counted[outlet->id()] += report.joules;
                            });
                });
        simulation.start();
        server.clock.advance(Simulation::kStartSpacing * 40);
        QTRY_COMPARE(simulation.loggedInCount(), 40);

        for (int step = 0; step < 240; ++step) {
            server.clock.advance(5s);
            QVERIFY(letBothEndsTalk(witness));
        }
        const LedgerTotal sent = simulation.ledger().total();
        QVERIFY(sent.reports >= 40 * 6);
        for (int i = 0; i < simulation.count(); ++i) {
            const QString id = simulation.outlet(i)->spec().id;
            QTRY_COMPARE(counted.value(id), simulation.ledger().total(id).joules);
            const Outlet *outlet = server.registry.find(id);
            QVERIFY(outlet->ignoredCounts().isEmpty());
            QCOMPARE(outlet->record().firmware, simulation.outlet(i)->spec().firmVersion);
        }
    }

    void theDemoDoesWhatItPromises()
    {
        test::ServerFixture server;
        test::RawClient witness(server.port);
        witness.logIn("witness");
        SystemClock realClock;
        Simulation simulation({server.clock, realClock}, serverUrl(server.port));
        const QList<SimulatedOutletSpec> specs = demoSpecs();
        simulation.add(specs);
        simulation.start();
        server.clock.advance(100ms);
        QTRY_COMPARE(simulation.loggedInCount(), 8);
        const auto outlet = [&](int index) { return server.registry.find(specs[index].id); };
        QTRY_VERIFY(outlet(7));

        // The aquarium confirms late, the coffee maker never, and the lamp leaves.
        QSignalSpy succeeded(outlet(4), &Outlet::commandSucceeded);
        QSignalSpy failed(outlet(6), &Outlet::commandDidFail);
        outlet(4)->setRelay(true);
        outlet(6)->setRelay(false);
        for (int step = 0; step < 60; ++step) {
            server.clock.advance(1s);
            QVERIFY(letBothEndsTalk(witness));
            if (step < 3)
                QCOMPARE(outlet(4)->pendingRelay(), std::optional(true));
            if (simulation.outlet(4)->relayOn())
                QTRY_COMPARE(succeeded.size(), 1); // before the time for it is over
        }
        QTRY_COMPARE(succeeded.size(), 1);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(outlet(4)->relay(), std::optional(true));
        QCOMPARE(outlet(6)->relay(), std::optional(true));
        QTRY_COMPARE(outlet(7)->linkState(), LinkState::Offline);
        QTRY_VERIFY(outlet(3)->reading() && outlet(3)->reading()->powerWatts.value_or(0) > 1300);
    }
};

QTEST_GUILESS_MAIN(TestSimulatorAndServer)
#include "tst_simulator_and_server.moc"
