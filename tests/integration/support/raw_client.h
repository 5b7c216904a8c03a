// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtNetwork/QTcpSocket>
#include <optional>

namespace outlet::test {

/// A hand-made WebSocket client over a plain TCP socket: it can send what no library would. Nothing
/// in it waits; tests wait with QTRY_*.
class RawClient : public QObject
{
    Q_OBJECT
public:
    enum Opcode { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

    struct Frame
    {
        int opcode = 0;
        QByteArray payload;
    };

    /// The upgrade request and the reply to it as captured (protocol.md section 1).
    static const QByteArray kCapturedRequest;
    static const QByteArray kCapturedReply;

    explicit RawClient(quint16 port, const QHostAddress &address = QHostAddress::LocalHost);

    /// Sends bytes as they are.
    void write(const QByteArray &bytes);
    /// Sends one frame; masked as a client must, unless told otherwise.
    void sendFrame(int opcode, const QByteArray &payload, bool isFinal = true, bool masked = true);
    [[nodiscard]] static QByteArray frame(int opcode, const QByteArray &payload,
                                          bool isFinal = true, bool masked = true);
    void sendText(const QByteArray &payload) { sendFrame(Text, payload); }
    /// Sends the JSON encrypted, as a binary frame.
    void sendAes(const QByteArray &json);
    /// Sends the captured request; upgraded() becomes true once the reply is there.
    void upgrade() { write(kCapturedRequest); }
    /// Upgrades and logs in, in one go.
    void logIn(const QByteArray &id, bool relayOn = false);
    /// From now on takes nothing from the system, as a peer that hangs.
    void stopReading();

    [[nodiscard]] bool isUpgraded() const { return m_upgraded; }
    /// Everything received before the frames began.
    [[nodiscard]] const QByteArray &httpReply() const { return m_httpReply; }
    [[nodiscard]] bool isClosed() const;
    /// isClosed() after one more ping was tried. A server that closes with much unread resets the
    /// connection; where the system tells a reset only to who uses it (Wine does), this finds it.
    [[nodiscard]] bool isClosedWhenUsed();
    /// The code of the close frame received; 0 = none.
    [[nodiscard]] int closeCode() const { return m_closeCode; }
    /// All data frames received, and pongs.
    [[nodiscard]] const QList<Frame> &frames() const { return m_frames; }
    /// How many data frames carried this URI, plain or encrypted.
    [[nodiscard]] int count(const QString &uri) const;
    /// The newest data frame with this URI; empty when there was none.
    [[nodiscard]] std::optional<Frame> last(const QString &uri) const;
    /// A data frame's JSON, decrypted if need be.
    [[nodiscard]] static QJsonObject json(const Frame &frame);

    QTcpSocket socket;

private:
    void read();
    void readFrames();

    bool m_upgraded = false;
    QByteArray m_httpReply;
    QByteArray m_buffer;
    QList<Frame> m_frames;
    int m_closeCode = 0;
};

} // namespace outlet::test
