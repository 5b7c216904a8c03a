// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup_fixture.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtNetwork/QUdpSocket>

namespace outlet::test {

using std::chrono::milliseconds;

namespace {

/// A UDP port that nobody has just now.
quint16 freeUdpPort()
{
    QUdpSocket socket;
    socket.bind(QHostAddress(QHostAddress::LocalHost), 0);
    return socket.localPort();
}

SimulatedSetupSpec completed(SimulatedSetupSpec spec, const QString &id, quint16 announcePort)
{
    spec.datagramPort = 0;
    spec.tcpPort = spec.tcpPort == protocol::kProvisioningPort ? quint16(0) : spec.tcpPort;
    spec.announcePort = announcePort;
    spec.id = id;
    spec.ssid = "Maple House";
    spec.password = "correct horse";
    return spec;
}

SimulatedOutletSpec oneOutlet()
{
    HouseholdOptions household;
    household.count = 1;
    return mixedHousehold(household).constFirst();
}

} // namespace

SetupFixture::SetupFixture(SimulatedSetupSpec wanted)
    : server({}, false)
    , logins(server.registry)
    , setup(server.clock, logins)
    , outlet(completed(wanted, oneOutlet().id, freeUdpPort()), server.clock)
    , m_spec(oneOutlet())
    , m_announcePort(outlet.spec().announcePort)
{
    setup.setFirewallProbe([] { return QList<Firewall>(); });
    QObject::connect(&setup, &SetupRun::stageReached, &setup,
                     [this](SetupStage stage) { stages.append(setupStageName(stage)); });
    QObject::connect(&setup, &SetupRun::failed, &setup, [this] { ++failures; });
    QObject::connect(&setup, &SetupRun::foreignAnnounced, &setup,
                     [this](const AnnouncedOutlet &heard) { foreign.append(heard); });
    QObject::connect(&outlet, &SimulatedSetup::configured, &setup, [this] { plugIn(); });
    if (!outlet.start())
        qFatal("%s", qPrintable(outlet.errorText()));
}

SetupFixture::~SetupFixture() = default;

void SetupFixture::plugIn()
{
    const QUrl here(QStringLiteral("ws://127.0.0.1:%1/gnws").arg(server.port));
    m_running =
        std::make_unique<SimulatedOutlet>(0, m_spec, SimulationClocks{server.clock, server.clock},
                                          connectsElsewhere.value_or(here), m_ledger);
    m_running->start();
}

SetupRequest SetupFixture::request(const char *password)
{
    SetupRequest request;
    request.ssid = QStringLiteral("Maple House");
    request.password = SecretText(password);
    request.serverAddress = QHostAddress(QHostAddress::LocalHost);
    request.serverPort = server.port;
    request.senderAddress = request.serverAddress;
    request.target = request.serverAddress;
    request.targetPort = outlet.datagramPort();
    request.announcePort = m_announcePort;
    request.announceAddress = request.serverAddress;
    request.outletAddress = request.serverAddress;
    request.outletPort = outlet.tcpPort();
    request.way = outlet.spec().mode == SetupMode::AccessPoint ? SetupWay::AccessPoint
                                                               : SetupWay::SmartConfig;
    if (request.outletPort == 0) // it opens one only when it has understood
        request.outletPort = outlet.reserveTcpPort();
    return request;
}

bool SetupFixture::run(const std::function<bool()> &condition, milliseconds limit)
{
    constexpr milliseconds step{2};
    for (milliseconds passed{0}; passed < limit; passed += step) {
        if (condition())
            return true;
        server.clock.advance(step);
        QCoreApplication::processEvents();
    }
    return condition();
}

bool SetupFixture::runToTheEnd(SetupRequest wanted)
{
    setup.start(std::move(wanted));
    return run([this] { return !setup.isRunning(); });
}

SetupCause SetupFixture::cause() const
{
    if (!setup.failure())
        qFatal("The set-up has not failed");
    return setup.failure()->cause;
}

int SetupFixture::openSockets()
{
    int count = 0;
    const QDir folder(QStringLiteral("/proc/self/fd"));
    const auto entries = folder.entryList(QDir::Files | QDir::System | QDir::Hidden);
    for (const QString &entry : entries)
        count += QFile::symLinkTarget(folder.filePath(entry)).contains(QStringLiteral("socket:"));
    return count;
}

} // namespace outlet::test
