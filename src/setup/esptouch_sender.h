// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QUdpSocket>
#include <memory>

#include "base/clock.h"
#include "protocol/esptouch.h"

namespace outlet {

/// Sends the datagrams of ESP-Touch, whose lengths tell an outlet the network's name and password
/// (protocol.md 7.2). Anybody within reach of the radio can understand them too.
///
/// The classic layout follows the schedule that is known to work with these outlets: 2 s of guide,
/// three passes with half a second after each, half a second more, all over again. The layout with
/// the BSSID follows Espressif's: 2 s of guide, 4 s of data going round. Rounds alternate between
/// multicast and broadcast, since access points drop one or the other. One thread, that of the
/// clock.
class EspTouchSender : public QObject
{
    Q_OBJECT
public:
    /// Where to.
    struct Destination
    {
        QHostAddress from;   ///< the address of the interface to send on; null: any
        QHostAddress target; ///< one address instead of multicast and broadcast; null: none
        quint16 port = 7001;
    };

    static constexpr std::chrono::milliseconds kGap{8};
    static constexpr std::chrono::milliseconds kGuide{2'000};
    static constexpr std::chrono::milliseconds kPause{500};
    static constexpr std::chrono::milliseconds kRoundTime{4'000};
    static constexpr int kPasses = 3;

    /// \a clock must outlive the sender.
    explicit EspTouchSender(Clock &clock, QObject *parent = nullptr);
    ~EspTouchSender() override;

    /// Sends until stop(); what was being sent before is forgotten. False when no socket could be
    /// made: errorText() says why.
    [[nodiscard]] bool start(protocol::EspTouchSequence sequence, protocol::EspTouchLayout layout,
                             const Destination &destination);
    /// Stops at once, closes the socket and wipes what was sent.
    void stop();
    [[nodiscard]] bool isSending() const { return m_socket != nullptr; }
    [[nodiscard]] const QString &errorText() const { return m_errorText; }

Q_SIGNALS:
    /// Every byte was told once.
    void passDone();
    /// Not one datagram of a whole round got out; sending goes on.
    void cannotSend(const QString &systemText);

private:
    enum class Phase { Guide, Data };

    [[nodiscard]] bool prepare(const QHostAddress &from);
    void beginRound();
    void beginData();
    void sendNext();
    [[nodiscard]] std::chrono::milliseconds sendData();
    void send(int length);

    protocol::EspTouchSequence m_sequence;
    protocol::EspTouchLayout m_layout = protocol::EspTouchLayout::Classic;
    Destination m_destination;
    Clock &m_clock;
    ClockTimer m_timer;
    std::unique_ptr<QUdpSocket> m_socket;
    QString m_errorText;
    Phase m_phase = Phase::Guide;
    std::chrono::milliseconds m_phaseEnds{0};
    qsizetype m_next = 0;
    int m_pass = 0;
    int m_round = 0;
    int m_sentInRound = 0;
};

} // namespace outlet
