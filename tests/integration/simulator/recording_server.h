// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QUrl>
#include <QtNetwork/QNetworkRequest>
#include <QtWebSockets/QWebSocket>
#include <QtWebSockets/QWebSocketServer>
#include <memory>
#include <optional>
#include <vector>

#include "protocol/decoder.h"

namespace outlet {

/// One connection that a RecordingServer has accepted, and all that came over it.
class RecordedPeer : public QObject
{
    Q_OBJECT
public:
    explicit RecordedPeer(std::unique_ptr<QWebSocket> socket);

    /// Answer logins with a /loginReply of this error; empty: don't answer.
    std::optional<int> loginError = 0;

    /// Every message as JSON text, decrypted where it was encrypted.
    [[nodiscard]] const QList<QByteArray> &messages() const { return m_messages; }
    /// All messages of one type so far.
    template <typename T>
    [[nodiscard]] QList<T> all() const
    {
        QList<T> found;
        for (const protocol::Message &message : m_decoded) {
            if (const T *one = std::get_if<T>(&message))
                found.append(*one);
        }
        return found;
    }
    /// How many messages the decoder refused.
    [[nodiscard]] int ignored() const { return m_ignored; }
    [[nodiscard]] int textFrames() const { return m_textFrames; }
    [[nodiscard]] int binaryFrames() const { return m_binaryFrames; }
    [[nodiscard]] bool isClosed() const { return m_closed; }
    [[nodiscard]] QWebSocketProtocol::CloseCode closeCode() const { return m_socket->closeCode(); }
    [[nodiscard]] const QNetworkRequest &request() const { return m_request; }

    /// Sends JSON in the framing of the peer's last message.
    void send(const QByteArray &json);
    /// Sends a frame as it is.
    void sendRaw(const QByteArray &frame, protocol::FrameType type);
    /// Returns when everything sent so far was handled by the peer and everything the peer sent
    /// before that has arrived: a ping and its pong travel behind both. False when none came.
    [[nodiscard]] bool sync();
    void close();

Q_SIGNALS:
    void gotMessage();

private:
    void take(protocol::FrameType type, const QByteArray &frame);

    std::unique_ptr<QWebSocket> m_socket;
    QNetworkRequest m_request;
    QList<QByteArray> m_messages;
    QList<protocol::Message> m_decoded;
    protocol::Framing m_framing = protocol::Framing::Text;
    int m_ignored = 0;
    int m_textFrames = 0;
    int m_binaryFrames = 0;
    bool m_closed = false;
};

/// A plain WebSocket server on 127.0.0.1 that answers logins and otherwise only listens.
class RecordingServer : public QObject
{
    Q_OBJECT
public:
    RecordingServer();

    [[nodiscard]] QUrl url() const;
    /// Every connection so far, closed ones included.
    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_peers.size()); }
    [[nodiscard]] RecordedPeer &peer(qsizetype index) const
    {
        return *m_peers[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] RecordedPeer &last() const { return *m_peers.back(); }

    /// What new connections answer to a login.
    std::optional<int> loginError = 0;

private:
    QWebSocketServer m_server;
    std::vector<std::unique_ptr<RecordedPeer>> m_peers;
};

} // namespace outlet
