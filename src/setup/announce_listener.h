// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtNetwork/QUdpSocket>
#include <map>
#include <memory>

#include "base/clock.h"
#include "setup/setup_types.h"

namespace outlet {

/// Hears outlets that announce themselves on UDP port 18266 (protocol.md 7.3). Datagrams of another
/// size are ignored; an outlet that repeats itself is told once in kRepeat. One thread.
class AnnounceListener : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds kRepeat{3'000};
    /// Datagrams read at a time: a flood does not hold up the rest of the program.
    static constexpr int kBatch = 64;
    /// Outlets remembered, of those that repeat what was sent and of others alike; beyond that,
    /// announces are ignored until some are forgotten.
    static constexpr std::size_t kMaxRemembered = 256;

    explicit AnnounceListener(Clock &clock, QObject *parent = nullptr);
    ~AnnounceListener() override;

    /// Listens; \a totalLength is that of what is being sent. False when the port can't be had:
    /// errorText() says why.
    [[nodiscard]] bool start(const QHostAddress &address, quint16 port, int totalLength);
    /// Closes the socket.
    void stop();
    [[nodiscard]] bool isListening() const { return m_socket != nullptr; }
    /// The port that is listened on, for a start with port 0; 0 while it is not.
    [[nodiscard]] quint16 port() const { return m_socket ? m_socket->localPort() : quint16(0); }
    [[nodiscard]] const QString &errorText() const { return m_errorText; }
    /// How many datagrams were no announce.
    [[nodiscard]] quint64 ignoredCount() const { return m_ignored; }

Q_SIGNALS:
    void announced(const outlet::AnnouncedOutlet &outlet);

private:
    void readSome();
    void take(const QByteArray &datagram, const QHostAddress &from);
    [[nodiscard]] bool isRepeated(const protocol::MacAddress &mac, bool isOurs);

    Clock &m_clock;
    std::unique_ptr<QUdpSocket> m_socket;
    std::map<std::pair<protocol::MacAddress, bool>, std::chrono::milliseconds> m_heardAt;
    QString m_errorText;
    int m_totalLength = 0;
    quint64 m_ignored = 0;
};

} // namespace outlet
