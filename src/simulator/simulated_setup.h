// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtNetwork/QUdpSocket>
#include <memory>

#include "base/clock.h"
#include "protocol/esptouch.h"
#include "simulator/delayed_actions.h"
#include "simulator/simulated_setup_spec.h"

namespace outlet {

/// A simulated outlet's side of being set up: understands ESP-Touch from the lengths of the
/// datagrams that reach a UDP socket, announces itself, takes its settings over TCP, and fails as
/// its spec says (protocol.md section 7). What it then does with the settings is somebody else's:
/// see configured(). Needs no rights but those of opening sockets. Lives in the thread of its
/// clock.
class SimulatedSetup : public QObject
{
    Q_OBJECT
public:
    SimulatedSetup(SimulatedSetupSpec spec, Clock &clock, QObject *parent = nullptr);
    ~SimulatedSetup() override;

    /// The button was held: it waits for its settings. False when a port can't be had; errorText()
    /// says which and why.
    [[nodiscard]] bool start();
    /// Leaves set-up mode: closes everything.
    void stop();
    [[nodiscard]] const QString &errorText() const { return m_errorText; }

    /// The ports that it really has, for specs that ask for any; 0 while closed.
    [[nodiscard]] quint16 datagramPort() const;
    [[nodiscard]] quint16 tcpPort() const;
    /// Chooses the TCP port now, before it is listened on.
    [[nodiscard]] quint16 reserveTcpPort();
    [[nodiscard]] const SimulatedSetupSpec &spec() const { return m_spec; }
    /// How many connections were made to it.
    [[nodiscard]] int connectionCount() const { return m_connections; }

Q_SIGNALS:
    /// It understood the datagrams (SmartConfig).
    void heard(const QByteArray &ssid);
    void announced(const QHostAddress &to);
    /// It has joined the network and connects to \a serverIp next.
    void configured(const QString &serverIp);
    /// It got settings, and can't join with them.
    void couldNotJoin();

private:
    void readDatagrams();
    void understood(const protocol::EspTouchReceived &received);
    void announce(const QHostAddress &to, quint8 totalLength, int timesLeft);
    [[nodiscard]] bool listenTcp();
    void accept();
    void readRequest(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const protocol::ConfigReceived &request);
    void reply(QTcpSocket *socket, const QByteArray &bytes);
    void trickle(QTcpSocket *socket, const QByteArray &bytes, qsizetype at);
    void join(const protocol::ConfigReceived &request);
    [[nodiscard]] bool fits(const QByteArray &ssid, QByteArrayView password) const;

    SimulatedSetupSpec m_spec;
    DelayedActions m_later;
    std::unique_ptr<QUdpSocket> m_datagrams;
    std::unique_ptr<QUdpSocket> m_announcer;
    QTcpServer m_server;
    protocol::EspTouchReceiver m_receiver;
    QString m_errorText;
    int m_connections = 0;
    bool m_heard = false;
    bool m_done = false;
};

} // namespace outlet
