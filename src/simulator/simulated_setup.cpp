// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "simulator/simulated_setup.h"

#include <QtCore/QPointer>
#include <QtCore/QVariant>
#include <utility>

#include "protocol/framing.h"

namespace outlet {

using namespace std::chrono_literals;
using protocol::ConfigReceived;

namespace {

constexpr auto kAnnounceEvery = 250ms;
constexpr int kAnnounceTimes = 40;
constexpr auto kAnswerTime = 50ms;
constexpr auto kTrickleTime = 20ms;
constexpr char kMulticastGroup[] = "234.100.100.100";

QByteArray framed(const QByteArray &json)
{
    return QByteArray(1, static_cast<char>(json.size())) + json;
}

/// Anything but a proper end: the peer sees a reset.
void reset(QTcpSocket *socket)
{
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket->abort(); // with unread input in the kernel's buffer this is a reset
}

} // namespace

SimulatedSetup::SimulatedSetup(SimulatedSetupSpec spec, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_spec(std::move(spec))
    , m_later(clock)
{
    connect(&m_server, &QTcpServer::newConnection, this, &SimulatedSetup::accept);
}

SimulatedSetup::~SimulatedSetup() = default;

bool SimulatedSetup::start()
{
    stop();
    m_heard = false;
    m_done = false;
    if (m_spec.mode == SetupMode::AccessPoint)
        return m_spec.fault == SetupFault::RefuseTcp || listenTcp();
    m_datagrams = std::make_unique<QUdpSocket>();
    if (!m_datagrams->bind(m_spec.address, m_spec.datagramPort,
                           QAbstractSocket::ShareAddress | QAbstractSocket::ReuseAddressHint)) {
        m_errorText = QStringLiteral("UDP port %1: %2")
                          .arg(m_spec.datagramPort)
                          .arg(m_datagrams->errorString());
        return false;
    }
    // Only possible on an interface that has multicast; elsewhere unicast and broadcast do.
    m_datagrams->joinMulticastGroup(QHostAddress(QString::fromLatin1(kMulticastGroup)));
    connect(m_datagrams.get(), &QUdpSocket::readyRead, this, &SimulatedSetup::readDatagrams);
    return true;
}

void SimulatedSetup::stop()
{
    m_later.clear();
    m_server.close();
    for (auto *socket : {&m_datagrams, &m_announcer}) {
        if (!*socket)
            continue;
        (*socket)->disconnect(this);
        (*socket)->close();
        socket->release()->deleteLater(); // this may be called from its signal
    }
}

quint16 SimulatedSetup::datagramPort() const
{
    return m_datagrams ? m_datagrams->localPort() : quint16(0);
}

quint16 SimulatedSetup::tcpPort() const
{
    return m_server.serverPort();
}

quint16 SimulatedSetup::reserveTcpPort()
{
    if (m_server.isListening())
        return m_server.serverPort();
    if (m_spec.tcpPort == 0) {
        QTcpServer probe;
        probe.listen(m_spec.address);
        m_spec.tcpPort = probe.serverPort();
    }
    return m_spec.tcpPort;
}

void SimulatedSetup::readDatagrams()
{
    // Only the lengths matter: an outlet can't read what is inside either.
    while (m_datagrams && m_datagrams->hasPendingDatagrams()) {
        char content = 0;
        const qint64 length = m_datagrams->pendingDatagramSize();
        m_datagrams->readDatagram(&content, 1);
        if (m_heard || m_spec.fault == SetupFault::Deaf)
            continue;
        if (const auto received = m_receiver.take(length))
            understood(*received);
    }
}

void SimulatedSetup::understood(const protocol::EspTouchReceived &received)
{
    if (!fits(received.ssid, received.password.view())) {
        // It tries to join, fails, and listens on.
        Q_EMIT couldNotJoin();
        return;
    }
    m_heard = true;
    Q_EMIT heard(received.ssid);
    if (m_spec.fault != SetupFault::RefuseTcp && !listenTcp())
        return;
    const quint8 length = m_spec.fault == SetupFault::ForeignAnnounce
                              ? static_cast<quint8>(received.totalLength ^ 0x15)
                              : received.totalLength;
    const QHostAddress sender(received.senderIpv4);
    m_later.after(m_spec.joinTime, [this, sender, length] {
        m_announcer = std::make_unique<QUdpSocket>();
        m_announcer->bind(m_spec.address);
        announce(sender, length, kAnnounceTimes);
    });
}

void SimulatedSetup::announce(const QHostAddress &to, quint8 totalLength, int timesLeft)
{
    if (m_done || timesLeft == 0 || !m_announcer)
        return;
    const protocol::Announce words{totalLength, m_spec.mac,
                                   m_announcer->localAddress().toIPv4Address()};
    m_announcer->writeDatagram(protocol::encodeAnnounce(words), to, m_spec.announcePort);
    if (timesLeft == kAnnounceTimes)
        Q_EMIT announced(to);
    m_later.after(kAnnounceEvery,
                  [this, to, totalLength, timesLeft] { announce(to, totalLength, timesLeft - 1); });
}

bool SimulatedSetup::listenTcp()
{
    if (m_server.isListening() || m_server.listen(m_spec.address, m_spec.tcpPort))
        return true;
    m_errorText = QStringLiteral("TCP port %1: %2").arg(m_spec.tcpPort).arg(m_server.errorString());
    return false;
}

void SimulatedSetup::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        ++m_connections;
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { readRequest(socket); });
    }
}

void SimulatedSetup::readRequest(QTcpSocket *socket)
{
    const QByteArray input = socket->peek(protocol::kMaxProvisioningBytes + 1);
    if (m_spec.fault == SetupFault::NeedsTwoSegments) {
        const QVariant sawLength = socket->property("sawLength");
        if (!sawLength.isValid())
            socket->setProperty("sawLength", input.size() == 1);
        else if (!sawLength.toBool())
            return;
        if (!socket->property("sawLength").toBool())
            return;
    }
    const qsizetype length = input.isEmpty() ? 0 : static_cast<unsigned char>(input[0]);
    if (input.size() < 1 + length)
        return;
    const auto request = protocol::decodeConfigRequest(QByteArrayView(input).sliced(1, length));
    if (m_spec.fault == SetupFault::ResetTcp)
        return reset(socket); // with the request unread
    socket->skip(1 + length);
    if (request)
        answer(socket, *request);
}

void SimulatedSetup::answer(QTcpSocket *socket, const ConfigReceived &request)
{
    switch (m_spec.fault) {
    case SetupFault::SilentTcp:
        return;
    case SetupFault::CloseTcp:
        socket->disconnectFromHost();
        return;
    case SetupFault::CloseAndJoin:
        socket->disconnectFromHost();
        join(request);
        return;
    case SetupFault::EndlessReply:
        trickle(socket, QByteArray(1, '\xfe') + '{' + QByteArray(10'000, ' '), 0);
        return;
    case SetupFault::GarbageReply:
        return reply(socket, QByteArray::fromHex("deadbeefdeadbeefdeadbeefdeadbeefdeadbeef"));
    case SetupFault::RefuseRequest:
        return reply(socket, framed(protocol::encodeConfigReply(QStringLiteral("1"))));
    default:
        break;
    }
    QByteArray bytes;
    switch (m_spec.firmware) {
    case SetupFirmware::Plain189:
        bytes = framed(protocol::encodeConfigReply(QStringLiteral("0")));
        break;
    case SetupFirmware::Bare:
        bytes = protocol::encodeConfigReply(QStringLiteral("0"));
        break;
    case SetupFirmware::Info2123:
        bytes = framed(protocol::encodeConnectInfo({m_spec.id, QStringLiteral("2.123"),
                                                    QStringLiteral("STEP3"),
                                                    QStringLiteral("DEV_RECEIVE_APP_DATA")})) +
                '\0';
        break;
    case SetupFirmware::Generation2:
        return reply(socket,
                     protocol::encryptMessage(protocol::encodeConfigReply(QStringLiteral("60"))));
    }
    if (m_spec.fault == SetupFault::SplitReply)
        trickle(socket, bytes, 0);
    else
        reply(socket, bytes);
    if (m_spec.fault == SetupFault::TellsJoinFailure) {
        const QByteArray step = framed(protocol::encodeConnectInfo(
            {m_spec.id, QStringLiteral("2.123"), QStringLiteral("STEP4"),
             QStringLiteral("DEV_CONNECT_WIFI_FAIL")}));
        m_later.after(10 * kAnswerTime, [this, step, peer = QPointer(socket)] {
            if (peer)
                reply(peer, step);
        });
        return;
    }
    if (m_spec.fault != SetupFault::NeverLogsIn)
        join(request);
}

void SimulatedSetup::reply(QTcpSocket *socket, const QByteArray &bytes)
{
    m_later.after(kAnswerTime, [bytes, peer = QPointer(socket)] {
        if (peer)
            peer->write(bytes);
    });
}

void SimulatedSetup::trickle(QTcpSocket *socket, const QByteArray &bytes, qsizetype at)
{
    if (at == bytes.size())
        return;
    m_later.after(kTrickleTime, [this, bytes, at, peer = QPointer(socket)] {
        if (!peer)
            return;
        peer->write(bytes.constData() + at, 1);
        trickle(peer, bytes, at + 1);
    });
}

void SimulatedSetup::join(const ConfigReceived &request)
{
    if (!fits(request.ssid, request.password.view())) {
        Q_EMIT couldNotJoin(); // its own network stays as it is
        return;
    }
    m_done = true;
    // A trickling answer goes on a little longer than usual.
    const auto talking =
        m_spec.fault == SetupFault::SplitReply ? 200 * kTrickleTime : 2 * kAnswerTime;
    m_later.after(m_spec.joinTime + talking, [this, serverIp = request.serverIp] {
        stop();
        Q_EMIT configured(serverIp);
    });
}

bool SimulatedSetup::fits(const QByteArray &ssid, QByteArrayView password) const
{
    return m_spec.ssid.isEmpty() ||
           (m_spec.ssid == ssid && QByteArrayView(m_spec.password) == password);
}

} // namespace outlet
