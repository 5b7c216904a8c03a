// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "server/link_socket.h"

#include <QtCore/QtEndian>
#include <QtWebSockets/QWebSocketProtocol>
#include <algorithm>
#include <array>
#include <optional>

#include "server/send_now.h"
#include "server/upgrade_request.h"

namespace outlet {

namespace {

// The largest frame with its header fits, so that a frame can always become complete; and no more
// than that, so that a peer can't make us hoard.
constexpr qint64 kReadBufferBytes = LinkSocket::kMaxFrameBytes + 1024;

constexpr char kFinalText = static_cast<char>(0x81);
constexpr char kFinalBinary = static_cast<char>(0x82);

struct FrameHead
{
    bool masked = false;
    qint64 headBytes = 0; ///< with the mask
    quint64 payloadBytes = 0;
};

/// The head of the frame that begins at \a data; empty when it is not all there.
std::optional<FrameHead> frameHead(const char *data, qint64 size)
{
    if (size < 2)
        return std::nullopt;
    FrameHead head;
    const auto second = static_cast<quint8>(data[1]);
    head.masked = (second & 0x80) != 0;
    head.payloadBytes = second & 0x7f;
    head.headBytes = 2;
    if (head.payloadBytes == 126) {
        if (size < 4)
            return std::nullopt;
        head.payloadBytes = qFromBigEndian<quint16>(data + 2);
        head.headBytes = 4;
    } else if (head.payloadBytes == 127) {
        if (size < 10)
            return std::nullopt;
        head.payloadBytes = qFromBigEndian<quint64>(data + 2);
        head.headBytes = 10;
    }
    if (head.masked)
        head.headBytes += 4;
    return head;
}

/// Of Qt's 101 reply what the captured one has. Anything but a 101 stays as it is.
QByteArray asCaptured(const QByteArray &qtReply)
{
    if (!qtReply.startsWith("HTTP/1.1 101"))
        return qtReply;
    static constexpr QByteArrayView acceptName("Sec-WebSocket-Accept: ");
    const auto begin = qtReply.indexOf(acceptName);
    if (begin < 0)
        return qtReply;
    const auto end = qtReply.indexOf("\r\n", begin);
    QByteArray reply("HTTP/1.1 101 Switching Protocols\r\n"
                     "Upgrade: websocket\r\n"
                     "Connection: Upgrade\r\n");
    reply.append(QByteArrayView(qtReply).sliced(begin, end - begin)).append("\r\n\r\n");
    return reply;
}

} // namespace

LinkSocket::LinkSocket(QObject *parent)
    : QTcpSocket(parent)
{
    setReadBufferSize(kReadBufferBytes);
    // The first connection to the signal, so that Qt's come after what is looked at here.
    connect(this, &QTcpSocket::readyRead, this, &LinkSocket::look);
}

qint64 LinkSocket::bytesAvailable() const
{
    switch (m_stage) {
    case Stage::Upgrading:
        return std::min(m_headLeft, buffered());
    case Stage::Frames:
        return std::max<qint64>(0, buffered() - m_hidden);
    case Stage::Head:
    case Stage::Refused:
        break;
    }
    return 0;
}

void LinkSocket::startFrames()
{
    m_stage = Stage::Frames;
    if (buffered() > 0)
        Q_EMIT readyRead();
}

void LinkSocket::look()
{
    if (m_stage == Stage::Head)
        lookAtHead();
    else if (m_stage == Stage::Frames)
        lookAtFrames();
}

void LinkSocket::lookAtHead()
{
    const UpgradeRequest request(peek(std::min<qint64>(buffered(), UpgradeRequest::kMaxHeadBytes)));
    switch (request.verdict()) {
    case UpgradeRequest::Verdict::Incomplete:
        return;
    case UpgradeRequest::Verdict::Accept:
        m_stage = Stage::Upgrading;
        m_headLeft = request.headSize();
        Q_EMIT upgradeRequested();
        return;
    case UpgradeRequest::Verdict::Refuse:
        m_stage = Stage::Refused;
        m_replied = true;
        write(request.reply());
        disconnectFromHost();
        return;
    case UpgradeRequest::Verdict::Drop:
        m_stage = Stage::Refused;
        abort();
        return;
    }
}

void LinkSocket::lookAtFrames()
{
    // Qt has taken every complete frame that it was shown before, so the buffer begins at a frame.
    // Nearly always it holds exactly one, and the first bytes of it say all that is to be known.
    const qint64 size = buffered();
    m_hidden = size;
    std::array<char, 14> first;
    const qint64 peeked = peek(first.data(), static_cast<qint64>(first.size()));
    QByteArray all;
    const char *data = first.data();
    qint64 dataSize = peeked;
    qint64 position = 0;
    while (position < size) {
        if (position > 0 && all.isEmpty()) {
            all = peek(size);
            data = all.constData();
            dataSize = all.size();
        }
        const auto head = frameHead(data + position, dataSize - position);
        if (!head)
            break;
        if (!head->masked)
            return refuseFrame(QWebSocketProtocol::CloseCodeProtocolError);
        if (head->payloadBytes > static_cast<quint64>(kMaxFrameBytes))
            return refuseFrame(QWebSocketProtocol::CloseCodeTooMuchData);
        const qint64 frameBytes = head->headBytes + static_cast<qint64>(head->payloadBytes);
        if (position + frameBytes > size)
            break;
        position += frameBytes;
    }
    m_hidden = size - position;
}

void LinkSocket::refuseFrame(quint16 closeCode)
{
    m_stage = Stage::Refused;
    Q_EMIT frameRefused(closeCode);
}

void LinkSocket::sendFrame(bool binary, const QByteArray &payload)
{
    const auto size = static_cast<quint64>(payload.size());
    QByteArray frame;
    frame.reserve(payload.size() + 10);
    frame.append(binary ? kFinalBinary : kFinalText);
    if (size < 126) {
        frame.append(static_cast<char>(size));
    } else if (size < 65'536) {
        frame.append(char(126));
        frame.append(static_cast<char>(size >> 8)).append(static_cast<char>(size & 0xff));
    } else {
        char length[8];
        qToBigEndian(size, length);
        frame.append(char(127)).append(length, sizeof length);
    }
    frame.append(payload);
    write(frame);
}

qint64 LinkSocket::writeData(const char *data, qint64 size)
{
    if (m_replied)
        return writeOut(data, size);
    m_qtReply.append(data, size);
    if (m_qtReply.endsWith("\r\n\r\n")) {
        m_replied = true;
        m_headLeft = 0; // Qt has read the head; what lies behind it waits for startFrames()
        const QByteArray reply = asCaptured(m_qtReply);
        m_qtReply = QByteArray();
        if (writeOut(reply.constData(), reply.size()) < 0)
            return -1;
    }
    return size;
}

qint64 LinkSocket::writeOut(const char *data, qint64 size)
{
    const qint64 waiting = bytesToWrite();
    if (waiting > kMaxUnsentBytes) {
        // It asks and asks (pings, say) and never takes an answer. Not from within Qt's writing.
        QMetaObject::invokeMethod(
            this, [this] { abort(); }, Qt::QueuedConnection);
        return size;
    }
    // Straight to the system while nothing waits, which is always but for peers that do not read.
    // QTcpSocket would copy it into a buffer of its own (32 KiB, kept for good), ask to be told
    // when writing is possible, and write in the event loop's next turn.
    const qint64 sent = waiting == 0 ? sendNow(socketDescriptor(), data, size) : 0;
    if (sent < size && QTcpSocket::writeData(data + sent, size - sent) < 0)
        return -1;
    return size;
}

} // namespace outlet
