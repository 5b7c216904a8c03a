// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "recording_server.h"

#include <QtTest/QSignalSpy>
#include <utility>

#include "protocol/encoder.h"

namespace outlet {

using protocol::FrameType;
using protocol::Framing;

RecordedPeer::RecordedPeer(std::unique_ptr<QWebSocket> socket)
    : m_socket(std::move(socket))
    , m_request(m_socket->request())
{
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this,
            [this](const QString &text) { take(FrameType::Text, text.toUtf8()); });
    connect(m_socket.get(), &QWebSocket::binaryMessageReceived, this,
            [this](const QByteArray &frame) { take(FrameType::Binary, frame); });
    connect(m_socket.get(), &QWebSocket::disconnected, this, [this] { m_closed = true; });
}

void RecordedPeer::take(FrameType type, const QByteArray &frame)
{
    ++(type == FrameType::Text ? m_textFrames : m_binaryFrames);
    const auto result = protocol::decode(type, frame);
    const auto *decoded = std::get_if<protocol::Decoded>(&result);
    if (!decoded) {
        ++m_ignored;
        return;
    }
    m_framing = decoded->framing;
    m_messages.append(type == FrameType::Text ? frame : protocol::decryptMessage(frame).value());
    m_decoded.append(decoded->message);
    if (std::holds_alternative<protocol::Login>(decoded->message) && loginError)
        send("{\"uri\":\"/loginReply\",\"error\":" + QByteArray::number(*loginError) + '}');
    Q_EMIT gotMessage();
}

void RecordedPeer::send(const QByteArray &json)
{
    if (m_framing == Framing::Aes)
        sendRaw(protocol::encryptMessage(json), FrameType::Binary);
    else
        sendRaw(json, FrameType::Text);
}

void RecordedPeer::sendRaw(const QByteArray &frame, FrameType type)
{
    if (type == FrameType::Text)
        m_socket->sendTextMessage(QString::fromUtf8(frame));
    else
        m_socket->sendBinaryMessage(frame);
}

bool RecordedPeer::sync()
{
    QSignalSpy pong(m_socket.get(), &QWebSocket::pong);
    m_socket->ping();
    return !pong.isEmpty() || pong.wait();
}

void RecordedPeer::close()
{
    m_socket->close();
}

RecordingServer::RecordingServer()
    : m_server(QStringLiteral("test"), QWebSocketServer::NonSecureMode)
{
    m_server.setMaxPendingConnections(4096);
    connect(&m_server, &QWebSocketServer::newConnection, this, [this] {
        while (QWebSocket *socket = m_server.nextPendingConnection()) {
            socket->setParent(nullptr);
            m_peers.push_back(std::make_unique<RecordedPeer>(std::unique_ptr<QWebSocket>(socket)));
            m_peers.back()->loginError = loginError;
        }
    });
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("The test's server can't listen: %s", qPrintable(m_server.errorString()));
}

QUrl RecordingServer::url() const
{
    QUrl url = m_server.serverUrl();
    url.setPath(QStringLiteral("/gnws"));
    return url;
}

} // namespace outlet
