// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup/announce_listener.h"

#include <QtNetwork/QNetworkDatagram>
#include <algorithm>

#include "setup/network_addresses.h"

namespace outlet {

namespace {

/// IPv4 mapped into IPv6 as IPv4.
QHostAddress plainAddress(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    return isIpv4 ? QHostAddress(ipv4) : address;
}

} // namespace

AnnounceListener::AnnounceListener(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

AnnounceListener::~AnnounceListener() = default;

bool AnnounceListener::start(const QHostAddress &address, quint16 port, int totalLength)
{
    stop();
    m_totalLength = totalLength;
    m_socket = std::make_unique<QUdpSocket>();
    if (!m_socket->bind(address.isNull() ? QHostAddress(QHostAddress::AnyIPv4) : address, port,
                        QAbstractSocket::DontShareAddress)) {
        m_errorText = m_socket->errorString();
        m_socket.reset();
        return false;
    }
    connect(m_socket.get(), &QUdpSocket::readyRead, this, &AnnounceListener::readSome);
    return true;
}

void AnnounceListener::stop()
{
    m_heardAt.clear();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->close();
    m_socket.release()->deleteLater(); // this may be called from its signal
}

void AnnounceListener::readSome()
{
    // Nothing but the length and the sender of a longer datagram matters, so no more is read.
    constexpr qint64 enough = 64;
    for (int i = 0; i < kBatch; ++i) {
        if (!m_socket || !m_socket->hasPendingDatagrams())
            return;
        const QNetworkDatagram datagram = m_socket->receiveDatagram(enough);
        take(datagram.data(), plainAddress(datagram.senderAddress()));
    }
    // Qt's signal comes again only after everything was read.
    QMetaObject::invokeMethod(this, &AnnounceListener::readSome, Qt::QueuedConnection);
}

void AnnounceListener::take(const QByteArray &datagram, const QHostAddress &from)
{
    const auto announce = protocol::decodeAnnounce(datagram);
    if (!announce) {
        ++m_ignored;
        return;
    }
    // One byte is soon guessed, and what follows sends the password: not to anybody from outside.
    const bool isOurs =
        announce->totalLength == (m_totalLength & 0xff) && isNearby(from, interfaceAddresses());
    if (isRepeated(announce->mac, isOurs))
        return;
    Q_EMIT announced({announce->mac, from, QHostAddress(announce->ipv4), isOurs});
}

bool AnnounceListener::isRepeated(const protocol::MacAddress &mac, bool isOurs)
{
    const auto now = m_clock.monotonic();
    std::erase_if(m_heardAt, [now](const auto &heard) { return now - heard.second >= kRepeat; });
    // Foreign announces, however many, must not keep the outlet's own from being heard.
    const auto alike =
        std::count_if(m_heardAt.begin(), m_heardAt.end(),
                      [isOurs](const auto &each) { return each.first.second == isOurs; });
    if (static_cast<std::size_t>(alike) >= kMaxRemembered) {
        ++m_ignored;
        return true;
    }
    return !m_heardAt.try_emplace({mac, isOurs}, now).second;
}

} // namespace outlet
