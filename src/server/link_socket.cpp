// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "server/link_socket.h"

#include <QtCore/QtEndian>
#include <algorithm>
#include <array>

#include "server/close_code.h"
#include "server/send_now.h"
#include "server/upgrade_request.h"

namespace outlet {

namespace {

// A frame may be longer: the reader puts it together. This is what is taken at a time, so that a
// peer can't make us hoard, and more than outlets send at once.
constexpr qint64 kReadBufferBytes = 16 * 1024;
constexpr qsizetype kChunkBytes = 4 * 1024;

constexpr char kFinalText = static_cast<char>(0x81);
constexpr char kFinalBinary = static_cast<char>(0x82);
constexpr char kFinalClose = static_cast<char>(0x88);
constexpr char kFinalPong = static_cast<char>(0x8a);

} // namespace

LinkSocket::LinkSocket(QObject *parent)
    : QTcpSocket(parent)
{
    setReadBufferSize(kReadBufferBytes);
    connect(this, &QTcpSocket::readyRead, this, &LinkSocket::look);
}

void LinkSocket::startFrames()
{
    m_stage = Stage::Frames;
    lookAtFrames();
}

void LinkSocket::look()
{
    if (m_stage == Stage::Head)
        lookAtHead();
    else if (m_stage == Stage::Frames)
        lookAtFrames();
    else if (m_stage == Stage::Closed)
        skip(bytesAvailable());
}

void LinkSocket::lookAtHead()
{
    std::array<char, UpgradeRequest::kMaxHeadBytes> bytes;
    const qint64 size = peek(bytes.data(), qint64(bytes.size()));
    const UpgradeRequest request(QByteArrayView(bytes.data(), std::max<qint64>(size, 0)));
    switch (request.verdict()) {
    case UpgradeRequest::Verdict::Incomplete:
        return;
    case UpgradeRequest::Verdict::Accept:
        m_stage = Stage::Upgraded;
        skip(request.headSize());
        send(request.reply());
        Q_EMIT upgraded();
        return;
    case UpgradeRequest::Verdict::Refuse:
        m_stage = Stage::Closed;
        send(request.reply());
        disconnectFromHost();
        return;
    case UpgradeRequest::Verdict::Drop:
        m_stage = Stage::Closed;
        abort();
        return;
    }
}

void LinkSocket::lookAtFrames()
{
    std::array<char, kChunkBytes> bytes;
    while (m_stage == Stage::Frames) {
        const qint64 size = read(bytes.data(), qint64(bytes.size()));
        if (size <= 0)
            return;
        m_reader.feed(bytes.data(), size);
        while (const auto item = m_reader.next()) {
            handle(*item);
            if (m_stage != Stage::Frames)
                return;
        }
        if (size < qint64(bytes.size()))
            return; // nothing more is there: what comes is announced
    }
}

void LinkSocket::handle(const WebSocketReader::Item &item)
{
    using Kind = WebSocketReader::Item::Kind;
    switch (item.kind) {
    case Kind::Text:
    case Kind::Binary:
        Q_EMIT messageReceived(item.kind == Kind::Binary, item.payload);
        return;
    case Kind::Ping:
        sendControl(kFinalPong, item.payload);
        return;
    case Kind::Pong:
        return;
    case Kind::Close:
    case Kind::Violation:
        closeWith(item.closeCode);
        return;
    }
}

void LinkSocket::sendFrame(bool binary, QByteArrayView payload)
{
    if (m_stage != Stage::Frames)
        return;
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
    send(frame);
}

void LinkSocket::sendControl(char firstByte, QByteArrayView payload)
{
    QByteArray frame;
    frame.reserve(payload.size() + 2);
    frame.append(firstByte).append(static_cast<char>(payload.size())).append(payload);
    send(frame);
}

void LinkSocket::closeWith(quint16 closeCode)
{
    const bool hadFrames = m_stage == Stage::Frames;
    m_stage = Stage::Closed;
    if (hadFrames) {
        char code[2];
        qToBigEndian(closeCode, code);
        sendControl(kFinalClose, closeCode ? QByteArrayView(code, sizeof code) : QByteArrayView());
    }
    disconnectFromHost();
    // A peer that takes nothing any more would keep the socket closing for ever.
    if (state() != UnconnectedState)
        abort();
}

void LinkSocket::send(const QByteArray &bytes)
{
    const qint64 waiting = bytesToWrite();
    if (waiting > kMaxUnsentBytes) {
        // It asks and asks (pings, say) and never takes an answer. Not from within a loop over what
        // it sent.
        QMetaObject::invokeMethod(
            this, [this] { abort(); }, Qt::QueuedConnection);
        return;
    }
    // Straight to the system while nothing waits, which is always but for peers that do not read.
    // QTcpSocket would copy it into a buffer of its own (32 KiB, kept for good), ask to be told
    // when writing is possible, and write in the event loop's next turn.
    const qint64 size = bytes.size();
    const qint64 sent = waiting == 0 ? sendNow(socketDescriptor(), bytes.constData(), size) : 0;
    if (sent < size)
        write(bytes.constData() + sent, size - sent);
}

} // namespace outlet
