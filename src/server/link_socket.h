// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtNetwork/QTcpSocket>

namespace outlet {

/// The TCP socket under a link. It stands between the network and QWebSocket, and lets pass only
/// what should:
///
/// - at first nothing but a request head that UpgradeRequest accepts; others get their short
/// answer;
/// - outwards, of Qt's long 101 reply only the lines that the captured one has, in that order
///   (protocol.md section 1): the firmware's parser is unknown, so it gets what it has seen;
/// - then, once somebody listens, complete masked frames of acceptable size. A peer that announces
///   too much is refused before it is buffered, one that does not mask is refused as RFC 6455
///   demands (Qt does neither check), and what arrives right behind the request head waits
///   until it can be heard.
class LinkSocket : public QTcpSocket
{
    Q_OBJECT
public:
    /// The largest frame that is let through. Also the most that a message may have in all.
    static constexpr qint64 kMaxFrameBytes = 128 * 1024;
    /// A peer that does not take this much of what it asked for is cut off.
    static constexpr qint64 kMaxUnsentBytes = 256 * 1024;

    explicit LinkSocket(QObject *parent = nullptr);

    /// What QWebSocket may see; everything behind it is not there yet.
    [[nodiscard]] qint64 bytesAvailable() const override;

    /// The head was accepted and the 101 reply is on its way: from here on, frames pass. Emits
    /// readyRead() when there are some already.
    void startFrames();

    /// Sends one whole data frame, \a binary or text. Equal to QWebSocket's own sending, which it
    /// may be mixed with, but in one piece: one system call and one TCP segment.
    void sendFrame(bool binary, const QByteArray &payload);

Q_SIGNALS:
    /// An acceptable upgrade request is complete and bytesAvailable() shows exactly its head.
    void upgradeRequested();
    /// The peer broke the framing rules; nothing more passes. \a closeCode is for the close frame.
    void frameRefused(quint16 closeCode);

protected:
    qint64 writeData(const char *data, qint64 size) override;

private:
    enum class Stage { Head, Upgrading, Frames, Refused };

    void look();
    void lookAtHead();
    void lookAtFrames();
    void refuseFrame(quint16 closeCode);
    qint64 writeOut(const char *data, qint64 size);
    [[nodiscard]] qint64 buffered() const { return QTcpSocket::bytesAvailable(); }

    Stage m_stage = Stage::Head;
    bool m_replied = false;
    qint64 m_headLeft = 0; ///< stage Upgrading: bytes of the head that QWebSocketServer may read
    qint64 m_hidden = 0;   ///< stage Frames: the bytes at the end that are no complete frame yet
    QByteArray m_qtReply;  ///< what Qt wrote of its reply so far
};

} // namespace outlet
