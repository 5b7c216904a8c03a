// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <algorithm>
#include <cstdio>

#include "app/outlet_logins.h"
#include "base/system_clock.h"
#include "server/outlet_server.h"
#include "setup/setup_run.h"
#include "simulator/household.h"
#include "simulator/simulated_outlet.h"
#include "simulator/simulated_setup.h"

/// From "Send" to the first watt, in real time and over real sockets of 127.0.0.1: a server, an
/// outlet that must be set up, and the set-up. Prints median and worst of --rounds N (20).

using namespace outlet;

namespace {

/// One attempt; its seconds, or a negative number when it failed.
double oneRound(int round)
{
    SystemClock clock;
    OutletRegistry registry(clock, nullptr);
    ServerOptions options;
    options.addresses = {QHostAddress(QHostAddress::LocalHost)};
    options.port = 0;
    OutletServer server(registry, clock, options);
    const auto port = server.listen();
    if (!port)
        return -1;
    OutletLogins logins(registry);
    SetupRun setup(clock, logins);

    HouseholdOptions household;
    household.count = 1;
    household.seed = static_cast<quint64>(round + 1);
    const SimulatedOutletSpec spec = mixedHousehold(household).constFirst();
    SimulatedSetupSpec setupSpec;
    setupSpec.datagramPort = 0;
    setupSpec.tcpPort = 0;
    setupSpec.announcePort = 18266;
    setupSpec.id = spec.id;
    SimulatedSetup waiting(setupSpec, clock);
    ReportLedger ledger;
    const QUrl url(QStringLiteral("ws://127.0.0.1:%1/gnws").arg(*port));
    SimulatedOutlet outlet(0, spec, {clock, clock}, url, ledger);
    QObject::connect(&waiting, &SimulatedSetup::configured, &outlet, [&outlet] { outlet.start(); });
    if (!waiting.start())
        return -1;

    SetupRequest request;
    request.ssid = QStringLiteral("Maple House");
    request.password = SecretText("correct horse");
    request.serverAddress = QHostAddress(QHostAddress::LocalHost);
    request.serverPort = *port;
    request.target = request.serverAddress;
    request.targetPort = waiting.datagramPort();
    request.announceAddress = request.serverAddress;
    request.outletPort = waiting.reserveTcpPort();
    QObject::connect(&setup, &SetupRun::stateChanged, qApp, [](SetupRun::State state) {
        if (state != SetupRun::State::Running)
            QCoreApplication::exit();
    });
    setup.start(std::move(request));
    QCoreApplication::exec();
    const auto reached = setup.reachedAfter(SetupStage::FirstReading);
    return reached ? double(reached->count()) / 1000 : -1;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    int rounds = 20;
    const QStringList arguments = QCoreApplication::arguments();
    const qsizetype at = arguments.indexOf(QStringLiteral("--rounds"));
    if (at >= 0)
        rounds = std::max(1, arguments.value(at + 1).toInt());
    QList<double> seconds;
    for (int round = 0; round < rounds; ++round) {
        const double taken = oneRound(round);
        if (taken < 0) {
            std::fprintf(stderr, "round %d failed\n", round + 1);
            return 1;
        }
        seconds.append(taken);
    }
    std::sort(seconds.begin(), seconds.end());
    const qsizetype middle = seconds.size() / 2;
    const double median =
        seconds.size() % 2 ? seconds.at(middle) : (seconds.at(middle - 1) + seconds.at(middle)) / 2;
    std::printf("from \"Send\" to the first watt, %d rounds: median %.2f s, worst %.2f s\n", rounds,
                median, seconds.last());
    return 0;
}
