// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArrayView>
#include <QtNetwork/QTcpSocket>

#include "server/web_socket_reader.h"

namespace outlet {

/// The server's end of a WebSocket with an outlet:
///
/// - at first it lets nothing pass but a request head that UpgradeRequest accepts; others get their
///   short answer and are closed;
/// - the 101 reply has the lines that the captured one has, in that order, and no more (protocol.md
///   section 1): the firmware's parser is unknown, so it gets what it has seen;
/// - then messages, whole, as WebSocketReader gives them. Pings are answered, a close is confirmed.
///
/// What arrives right behind the request head is heard once startFrames() was called. Main thread.
class LinkSocket : public QTcpSocket
{
    Q_OBJECT
public:
    /// A peer that does not take this much of what it asked for is cut off.
    static constexpr qint64 kMaxUnsentBytes = 256 * 1024;

    explicit LinkSocket(QObject *parent = nullptr);

    /// The head was accepted and the 101 reply is on its way: from here on, messages pass, at once
    /// those that are there already.
    void startFrames();

    /// Sends one whole data frame, \a binary or text, in one system call and one TCP segment.
    void sendFrame(bool binary, QByteArrayView payload);
    /// Says goodbye with \a closeCode (closecode::…; 0 = none) and closes; nothing passes any more.
    void closeWith(quint16 closeCode);

Q_SIGNALS:
    /// An acceptable upgrade request was answered; startFrames() is to be called.
    void upgraded();
    /// A whole message; \a payload is there until the receiver returns.
    void messageReceived(bool binary, QByteArrayView payload);

private:
    enum class Stage { Head, Upgraded, Frames, Closed };

    void look();
    void lookAtHead();
    void lookAtFrames();
    void handle(const WebSocketReader::Item &item);
    void sendControl(char firstByte, QByteArrayView payload);
    void send(const QByteArray &bytes);

    Stage m_stage = Stage::Head;
    WebSocketReader m_reader;
};

} // namespace outlet
