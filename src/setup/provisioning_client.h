// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QTcpSocket>
#include <memory>
#include <optional>

#include "base/clock.h"
#include "base/secret_text.h"
#include "protocol/provisioning.h"
#include "setup/setup_types.h"

namespace outlet {

/// Tells one outlet its network and its server over TCP port 41234 (protocol.md 7.4): connects,
/// sends the message in one piece, after 5 s without an answer once more in two, and gives up after
/// 15 s. A port that is not open yet is tried again for kConnectPatience. One thread.
class ProvisioningClient : public QObject
{
    Q_OBJECT
public:
    /// How it ended without an answer that helps.
    enum class Problem {
        Unreachable,     ///< no connection came about
        Refused,         ///< the outlet refused the connection every time
        Closed,          ///< it hung up after it had got the message: perhaps it is joining
        NoReply,         ///< it kept the connection and said nothing
        Unreadable,      ///< what it said is no answer, or had no end
        RefusedByOutlet, ///< it said no; detail has its number
        Generation2,     ///< it answered encrypted: it can't be used
    };

    static constexpr std::chrono::milliseconds kAnswerWait{5'000};
    static constexpr std::chrono::milliseconds kBetweenSegments{50};
    static constexpr std::chrono::milliseconds kLimit{15'000};
    static constexpr std::chrono::milliseconds kConnectPatience{8'000};
    static constexpr std::chrono::milliseconds kReconnect{500};

    explicit ProvisioningClient(Clock &clock, QObject *parent = nullptr);
    ~ProvisioningClient() override;

    /// Begins; one of accepted() and ended() follows, never from within this call. \a frame is the
    /// whole message, its length byte included.
    void start(const QHostAddress &address, quint16 port, SecretText frame);
    /// Closes the connection at once and wipes the message; no signal follows.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// What would be wrong if nothing more came.
    [[nodiscard]] Problem problemSoFar() const;

Q_SIGNALS:
    /// The message was handed to the system.
    void sent();
    /// The outlet took it. It may still say more: see told().
    void accepted(const outlet::protocol::ConfigAccepted &answer);
    /// What it says of its further steps after it has accepted.
    void told(const outlet::protocol::ConfigAccepted &step);
    void ended(outlet::ProvisioningClient::Problem problem, const QString &detail);

private:
    void connectNow();
    void connected();
    void sendWhole();
    void sendInTwo();
    void write(QByteArrayView bytes);
    /// False as of handle().
    bool read();
    /// False: that was the end of this attempt, and a listener may have begun another one.
    bool handle(const protocol::ProvisioningReply &reply);
    /// The same for what has come of a reply that will not be completed.
    bool handleRest();
    void lost();
    void waitedForAnswer();
    void timeIsUp();
    void end(Problem problem, const QString &detail = {});
    void dropSocket();

    Clock &m_clock;
    ClockTimer m_limit;
    ClockTimer m_wait;  ///< for an answer, or between the two segments
    ClockTimer m_again; ///< until the next attempt to connect
    std::unique_ptr<QTcpSocket> m_socket;
    protocol::ProvisioningReceiver m_receiver;
    SecretText m_frame;
    QHostAddress m_address;
    quint16 m_port = 0;
    std::chrono::milliseconds m_startedAt{0};
    quint64 m_attempt = 0; ///< another one after each start() and stop()
    bool m_running = false;
    bool m_sent = false;  ///< at least once, whole
    bool m_inTwo = false; ///< the second try
    bool m_accepted = false;
    bool m_refused = false; ///< the newest attempt to connect was
    bool m_unreadable = false;
};

/// How a set-up calls that.
[[nodiscard]] SetupCause setupCauseOf(ProvisioningClient::Problem problem);

} // namespace outlet
