// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "newcomer.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtNetwork/QNetworkDatagram>
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

SimulatedOutletSpec oneOutlet()
{
    HouseholdOptions household;
    household.count = 1;
    return mixedHousehold(household).constFirst();
}

SimulatedSetupSpec completed(SimulatedSetupSpec spec)
{
    spec.datagramPort = 0;
    spec.tcpPort = spec.tcpPort == protocol::kProvisioningPort ? quint16(0) : spec.tcpPort;
    spec.announcePort = freeUdpPort();
    spec.id = Newcomer::id();
    spec.ssid = "Maple House";
    spec.password = Newcomer::kPassword;
    return spec;
}

} // namespace

Newcomer::Newcomer(SimulatedSetupSpec wanted, ManualClock &clock, quint16 serverPort)
    : outlet(completed(std::move(wanted)), clock)
    , m_clock(clock)
    , m_spec(oneOutlet())
    , m_serverPort(serverPort)
{
    QObject::connect(&outlet, &SimulatedSetup::configured, &outlet, [this] { plugIn(); });
    if (!outlet.start())
        qFatal("%s", qPrintable(outlet.errorText()));
}

Newcomer::~Newcomer() = default;

QString Newcomer::id()
{
    return oneOutlet().id;
}

void Newcomer::plugIn()
{
    const QUrl here(QStringLiteral("ws://127.0.0.1:%1/gnws").arg(m_serverPort));
    m_running = std::make_unique<SimulatedOutlet>(0, m_spec, SimulationClocks{m_clock, m_clock},
                                                  connectsElsewhere.value_or(here), m_ledger);
    m_running->start();
}

void Newcomer::leadHere(SetupRequest &request)
{
    request.senderAddress = QHostAddress(QHostAddress::LocalHost);
    request.target = request.senderAddress;
    request.targetPort = outlet.datagramPort();
    request.announcePort = outlet.spec().announcePort;
    request.announceAddress = request.senderAddress;
    request.outletAddress = request.senderAddress;
    request.outletPort = outlet.tcpPort();
    if (request.outletPort == 0) // it opens one only when it has understood
        request.outletPort = outlet.reserveTcpPort();
}

bool passTime(ManualClock &clock, const std::function<bool()> &condition, milliseconds limit)
{
    constexpr milliseconds step{2};
    for (milliseconds passed{0}; passed < limit; passed += step) {
        if (condition())
            return true;
        clock.advance(step);
        QCoreApplication::processEvents();
    }
    return condition();
}

bool sendsFrom(const QHostAddress &address)
{
    QUdpSocket sender;
    QUdpSocket receiver;
    if (!sender.bind(address) || !receiver.bind(QHostAddress(QHostAddress::LocalHost)))
        return false;
    sender.writeDatagram("?", QHostAddress(QHostAddress::LocalHost), receiver.localPort());
    return receiver.waitForReadyRead(5000) && receiver.receiveDatagram().senderAddress() == address;
}

int openSockets()
{
    int count = 0;
    const QDir folder(QStringLiteral("/proc/self/fd"));
    const auto entries = folder.entryList(QDir::Files | QDir::System | QDir::Hidden);
    for (const QString &entry : entries)
        count += QFile::symLinkTarget(folder.filePath(entry)).contains(QStringLiteral("socket:"));
    return count;
}

} // namespace outlet::test
