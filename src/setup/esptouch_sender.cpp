// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup/esptouch_sender.h"

#include <QtCore/QVariant>
#include <QtNetwork/QNetworkInterface>
#include <utility>

namespace outlet {

using protocol::EspTouchLayout;
using std::chrono::milliseconds;

namespace {

constexpr int kLongest = 600; // over the longest length there is, 551

/// The interface that has \a address; an invalid one when there is none.
QNetworkInterface interfaceOf(const QHostAddress &address)
{
    for (const QNetworkInterface &interface : QNetworkInterface::allInterfaces()) {
        for (const QNetworkAddressEntry &entry : interface.addressEntries()) {
            if (entry.ip() == address)
                return interface;
        }
    }
    return {};
}

} // namespace

EspTouchSender::EspTouchSender(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_timer(clock, [this] { sendNext(); })
{
}

EspTouchSender::~EspTouchSender() = default;

bool EspTouchSender::start(protocol::EspTouchSequence sequence, EspTouchLayout layout,
                           const Destination &destination)
{
    stop();
    m_sequence = std::move(sequence);
    m_layout = layout;
    m_destination = destination;
    m_round = 0;
    if (!prepare(destination.from)) {
        stop();
        return false;
    }
    beginRound();
    return true;
}

void EspTouchSender::stop()
{
    m_timer.stop();
    m_socket.reset();
    m_sequence = {};
}

bool EspTouchSender::prepare(const QHostAddress &from)
{
    m_socket = std::make_unique<QUdpSocket>();
    // An address that this computer has not got (any more) only tells the outlet where to answer.
    if ((from.isNull() || !m_socket->bind(from, 0)) &&
        !m_socket->bind(QHostAddress(QHostAddress::AnyIPv4), 0)) {
        m_errorText = m_socket->errorString();
        return false;
    }
    // Nothing is meant for anybody beyond the access point.
    m_socket->setSocketOption(QAbstractSocket::MulticastTtlOption, 1);
    if (!from.isNull()) {
        const QNetworkInterface interface = interfaceOf(from);
        if (interface.isValid())
            m_socket->setMulticastInterface(interface);
    }
    return true;
}

void EspTouchSender::beginRound()
{
    ++m_round;
    m_sentInRound = 0;
    m_pass = 0;
    m_next = 0;
    m_phase = Phase::Guide;
    m_phaseEnds = m_clock.monotonic() + kGuide;
    sendNext();
}

void EspTouchSender::beginData()
{
    m_phase = Phase::Data;
    m_next = 0;
    m_phaseEnds = m_clock.monotonic() + kRoundTime;
}

void EspTouchSender::sendNext()
{
    if (m_phase == Phase::Guide) {
        if (m_clock.monotonic() < m_phaseEnds) {
            send(m_sequence.guideLengths.at(m_next));
            m_next = (m_next + 1) % m_sequence.guideLengths.size();
            m_timer.start(kGap);
            return;
        }
        beginData();
    }
    const milliseconds wait = sendData();
    if (m_socket) // a listener may have stopped it
        m_timer.start(wait);
}

milliseconds EspTouchSender::sendData()
{
    const bool classic = m_layout == EspTouchLayout::Classic;
    const bool roundIsOver =
        classic ? m_pass == kPasses : m_pass > 0 && m_clock.monotonic() >= m_phaseEnds;
    if (roundIsOver) {
        if (m_sentInRound == 0)
            Q_EMIT cannotSend(m_errorText);
        if (m_socket)
            beginRound();
        return kGap;
    }
    send(m_sequence.dataLengths.at(m_next));
    if (++m_next < m_sequence.dataLengths.size())
        return kGap;
    m_next = 0;
    ++m_pass;
    const milliseconds wait = !classic ? kGap : m_pass == kPasses ? 2 * kPause : kPause;
    if (m_sentInRound > 0)
        Q_EMIT passDone();
    return wait;
}

void EspTouchSender::send(int length)
{
    static const QByteArray payload(kLongest, '1'); // what is in it does not matter
    QHostAddress target = m_destination.target;
    if (target.isNull() && m_round % 2 == 0)
        target = QHostAddress(QHostAddress::Broadcast);
    else if (target.isNull() && m_layout == EspTouchLayout::Classic)
        target = QHostAddress(QStringLiteral("234.100.100.100"));
    else if (target.isNull()) // Espressif's sender changes it from call to call
        target = QHostAddress(QStringLiteral("234.%1.%1.%1").arg(1 + m_round % 100));
    if (m_socket->writeDatagram(payload.constData(), length, target, m_destination.port) == length)
        ++m_sentInRound;
    else
        m_errorText = m_socket->errorString();
}

} // namespace outlet
