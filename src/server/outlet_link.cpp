// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "server/outlet_link.h"

#include <QtNetwork/QHostAddress>
#include <QtWebSockets/QWebSocket>
#include <utility>

#include "base/logging.h"
#include "server/link_socket.h"
#include "server/outlet_session.h"
#include "server/peer_address.h"

namespace outlet {

OutletLink::OutletLink(std::unique_ptr<QWebSocket> webSocket, LinkSocket *socket, LinkHost &host,
                       Clock &clock, std::chrono::milliseconds loginDeadline, QObject *parent)
    : QObject(parent)
    , m_webSocket(webSocket.release())
    , m_socket(socket)
    , m_host(host)
    , m_peerAddress(normalizedPeer(socket->peerAddress()).toString())
    , m_loginDeadline(clock, [this] { close(QWebSocketProtocol::CloseCodePolicyViolated); })
{
    m_webSocket->setParent(this);
    // Qt refuses what is larger with 1009, also when it comes in pieces. See receive() for what
    // lies between this and kMaxMessageBytes.
    m_webSocket->setMaxAllowedIncomingFrameSize(LinkSocket::kMaxFrameBytes);
    m_webSocket->setMaxAllowedIncomingMessageSize(LinkSocket::kMaxFrameBytes);
    connect(m_webSocket, &QWebSocket::textMessageReceived, this, [this](const QString &message) {
        receive(protocol::FrameType::Text, message.toUtf8());
    });
    connect(m_webSocket, &QWebSocket::binaryMessageReceived, this,
            [this](const QByteArray &message) { receive(protocol::FrameType::Binary, message); });
    connect(m_webSocket, &QWebSocket::disconnected, this, &OutletLink::socketDisconnected);
    connect(socket, &LinkSocket::frameRefused, this, &OutletLink::close);
    m_loginDeadline.start(loginDeadline);
}

OutletLink::~OutletLink()
{
    m_webSocket->disconnect(this);
}

void OutletLink::send(const QByteArray &json)
{
    if (m_closed || !m_socket)
        return;
    if (m_framing == protocol::Framing::Aes)
        m_socket->sendFrame(true, protocol::encryptMessage(json));
    else
        m_socket->sendFrame(false, json);
}

void OutletLink::close(quint16 closeCode)
{
    if (m_closed)
        return;
    m_webSocket->close(static_cast<QWebSocketProtocol::CloseCode>(closeCode));
    // A peer that takes nothing any more would keep the socket closing for ever.
    if (m_socket && m_socket->state() != QAbstractSocket::UnconnectedState)
        m_socket->abort();
    socketDisconnected();
}

void OutletLink::socketDisconnected()
{
    if (std::exchange(m_closed, true))
        return;
    m_loginDeadline.stop();
    if (m_session)
        m_session->linkClosed(*this);
    m_host.linkClosed(*this);
}

void OutletLink::receive(protocol::FrameType type, QByteArrayView payload)
{
    if (m_closed)
        return;
    const protocol::DecodeResult result = protocol::decode(type, payload);
    if (const auto *ignored = std::get_if<protocol::Ignored>(&result)) {
        if (m_session)
            m_session->ignore(*ignored);
        else
            m_host.ignoredBeforeLogin(*this, protocol::ignoreReasonName(ignored->reason));
        return;
    }
    // protocol.md section 8 wants both: garbage never disconnects, however long (an outlet would
    // only come back), and a message over 16 KiB does. So what is too long closes the link when it
    // would have been acted on; what can't be acted on is ignored up to Qt's limit.
    if (payload.size() > kMaxMessageBytes)
        return close(QWebSocketProtocol::CloseCodeTooMuchData);

    const auto &decoded = std::get<protocol::Decoded>(result);
    m_framing = decoded.framing;
    if (const auto *login = std::get_if<protocol::Login>(&decoded.message))
        receiveLogin(*login);
    else if (m_session)
        m_session->receive(decoded.message);
    else
        m_host.ignoredBeforeLogin(*this, QStringLiteral("before-login"));
}

void OutletLink::receiveLogin(const protocol::Login &login)
{
    if (!m_session) {
        m_loginDeadline.stop();
        m_id = login.id;
        m_session = &m_host.sessionFor(login);
    } else if (login.id != m_id) {
        qCWarning(lcServer, "Outlet %s logged in as another one on the same link; closing it",
                  qUtf8Printable(escapedForLog(m_id)));
        return close(QWebSocketProtocol::CloseCodePolicyViolated);
    }
    m_session->login(*this, login);
}

} // namespace outlet
