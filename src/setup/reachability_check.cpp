// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup/reachability_check.h"

#include <QtNetwork/QNetworkProxy>

namespace outlet {

ReachabilityCheck::ReachabilityCheck(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_limit(clock, [this] { end(Result::NoAnswer); })
{
}

ReachabilityCheck::~ReachabilityCheck()
{
    ReachabilityCheck::stop();
}

void ReachabilityCheck::start(const QHostAddress &address, quint16 port)
{
    stop();
    m_limit.start(kLimit);
    m_socket = std::make_unique<QTcpSocket>();
    m_socket->setProxy(QNetworkProxy::NoProxy);
    connect(m_socket.get(), &QTcpSocket::connected, this, [this] { end(Result::Reachable); });
    const auto failed = [this](QAbstractSocket::SocketError error) {
        end(error == QAbstractSocket::ConnectionRefusedError ? Result::Refused : Result::NoAnswer);
    };
    // Queued: a connection that fails at once must not be told from within this call.
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, failed, Qt::QueuedConnection);
    m_socket->connectToHost(address, port);
}

void ReachabilityCheck::stop()
{
    m_limit.stop();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket.release()->deleteLater(); // this may be called from its signal
}

void ReachabilityCheck::end(Result result)
{
    stop();
    Q_EMIT finished(result);
}

} // namespace outlet
