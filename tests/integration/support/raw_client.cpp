// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "support/raw_client.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QtEndian>

#include "protocol/framing.h"

namespace outlet::test {

const QByteArray RawClient::kCapturedRequest("GET /gnws HTTP/1.1\r\n"
                                             "Host: server2.vesync.com:17273\r\n"
                                             "Upgrade: websocket\r\n"
                                             "Connection: Upgrade\r\n"
                                             "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                                             "Sec-WebSocket-Version: 13\r\n"
                                             "deviceVersion:5\r\n"
                                             "\r\n");

const QByteArray RawClient::kCapturedReply("HTTP/1.1 101 Switching Protocols\r\n"
                                           "Upgrade: websocket\r\n"
                                           "Connection: Upgrade\r\n"
                                           "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"
                                           "\r\n");

RawClient::RawClient(quint16 port, const QHostAddress &address)
{
    connect(&socket, &QTcpSocket::readyRead, this, &RawClient::read);
    socket.connectToHost(address, port);
}

void RawClient::write(const QByteArray &bytes)
{
    // Before the connection stands, QTcpSocket would drop what is written.
    if (socket.state() == QAbstractSocket::ConnectedState) {
        socket.write(bytes);
        return;
    }
    connect(
        &socket, &QTcpSocket::connected, this, [this, bytes] { socket.write(bytes); },
        Qt::SingleShotConnection);
}

QByteArray RawClient::frame(int opcode, const QByteArray &payload, bool isFinal, bool masked)
{
    QByteArray bytes;
    bytes.append(static_cast<char>((isFinal ? 0x80 : 0) | opcode));
    const char maskBit = masked ? static_cast<char>(0x80) : char(0);
    const auto size = payload.size();
    char length[8];
    if (size < 126) {
        bytes.append(static_cast<char>(maskBit | static_cast<char>(size)));
    } else if (size < 65536) {
        bytes.append(static_cast<char>(maskBit | 126));
        qToBigEndian(static_cast<quint16>(size), length);
        bytes.append(length, 2);
    } else {
        bytes.append(static_cast<char>(maskBit | 127));
        qToBigEndian(static_cast<quint64>(size), length);
        bytes.append(length, 8);
    }
    if (!masked)
        return bytes.append(payload);
    static constexpr char mask[] = {0x12, 0x34, 0x56, 0x78};
    bytes.append(mask, 4);
    for (qsizetype i = 0; i < size; ++i)
        bytes.append(static_cast<char>(payload.at(i) ^ mask[i % 4]));
    return bytes;
}

void RawClient::sendFrame(int opcode, const QByteArray &payload, bool isFinal, bool masked)
{
    write(frame(opcode, payload, isFinal, masked));
}

void RawClient::sendAes(const QByteArray &json)
{
    sendFrame(Binary, protocol::encryptMessage(json));
}

void RawClient::logIn(const QByteArray &id, bool relayOn)
{
    QByteArray login(R"({"account":"1","id":"ID","firmVersion":"1.89","relay":"RELAY"})");
    login.replace("ID", id).replace("RELAY", relayOn ? "open" : "break");
    write(kCapturedRequest);
    sendText(login);
}

bool RawClient::isClosed() const
{
    return socket.state() == QAbstractSocket::UnconnectedState;
}

bool RawClient::isClosedWhenUsed()
{
    if (!isClosed()) {
        sendFrame(Ping, {});
        socket.flush();
    }
    return isClosed();
}

void RawClient::stopReading()
{
    // One byte fills the buffer, and with nobody to empty it the socket asks for no more. Emptied
    // at each byte, it would read on, byte by byte; on Windows in one turn of the event loop,
    // without end.
    socket.disconnect(this);
    socket.setReadBufferSize(1);
}

void RawClient::read()
{
    m_buffer += socket.readAll();
    if (!m_upgraded) {
        const auto end = m_buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        m_httpReply = m_buffer.left(end + 4);
        m_buffer.remove(0, end + 4);
        if (!m_httpReply.startsWith("HTTP/1.1 101 "))
            return;
        m_upgraded = true;
    }
    readFrames();
}

void RawClient::readFrames()
{
    while (m_buffer.size() >= 2) {
        qsizetype size = m_buffer.at(1) & 0x7f;
        qsizetype head = 2;
        if (size == 126) {
            head = 4;
            if (m_buffer.size() < head)
                return;
            size = qFromBigEndian<quint16>(m_buffer.constData() + 2);
        }
        if (m_buffer.size() < head + size)
            return;
        const Frame frame{m_buffer.at(0) & 0x0f, m_buffer.mid(head, size)};
        m_buffer.remove(0, head + size);
        if (frame.opcode == Close)
            m_closeCode = frame.payload.size() < 2
                              ? 1005
                              : qFromBigEndian<quint16>(frame.payload.constData());
        else
            m_frames.append(frame);
    }
}

QJsonObject RawClient::json(const Frame &frame)
{
    if (frame.opcode == Text)
        return QJsonDocument::fromJson(frame.payload).object();
    if (frame.opcode == Binary)
        return QJsonDocument::fromJson(
                   protocol::decryptMessage(frame.payload).value_or(QByteArray()))
            .object();
    return {};
}

int RawClient::count(const QString &uri) const
{
    int result = 0;
    for (const Frame &frame : m_frames)
        result += json(frame).value(QLatin1String("uri")).toString() == uri ? 1 : 0;
    return result;
}

std::optional<RawClient::Frame> RawClient::last(const QString &uri) const
{
    for (auto it = m_frames.crbegin(); it != m_frames.crend(); ++it) {
        if (json(*it).value(QLatin1String("uri")).toString() == uri)
            return *it;
    }
    return std::nullopt;
}

} // namespace outlet::test
