// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QUrl>
#include <QtWebSockets/QWebSocket>
#include <memory>

#include "base/clock.h"
#include "protocol/framing.h"
#include "protocol/outlet_side.h"
#include "simulator/delayed_actions.h"
#include "simulator/seeded_random.h"
#include "simulator/simulated_outlet_spec.h"

namespace outlet {

/// The two times of a simulation: what outlets live by, and what real sockets need. The same clock
/// may serve as both. Both must outlive the simulation and belong to its thread.
struct SimulationClocks
{
    Clock &simulated;
    Clock &real;
};

/// The connection of a simulated outlet to its server: a real WebSocket that comes back by itself,
/// one message per frame in the outlet's framing (protocol.md sections 1 and 2).
class SimulatedLink : public QObject
{
    Q_OBJECT
public:
    SimulatedLink(SimulationClocks clocks, QUrl server, protocol::Framing framing, quint64 seed,
                  QObject *parent = nullptr);
    ~SimulatedLink() override;

    /// Where to connect from the next attempt on.
    void setServer(const QUrl &server);
    /// Connects after \a delay, and from then on again whenever the connection is lost.
    void start(std::chrono::milliseconds delay);
    /// Says goodbye and stays away; isDown() once the connection is gone.
    void stop();
    /// Leaves the network as \a manner says and returns after \a duration of simulated time.
    void goAway(DropManner manner, std::chrono::milliseconds duration);

    /// The login was accepted: the next loss is followed by a quick return.
    void confirmAccepted();

    /// True while messages can be sent.
    [[nodiscard]] bool isUp() const { return m_state == State::Up; }
    /// True when there is no connection and none is being tried.
    [[nodiscard]] bool isDown() const { return m_state == State::Down; }

    /// Sends one message in the outlet's framing. False when the link is not up.
    bool send(const QByteArray &json);

    /// How long a server may take to accept the connection and the login, in real time.
    static constexpr std::chrono::milliseconds kAnswerDeadline{10000};

Q_SIGNALS:
    /// The WebSocket is open: time to log in.
    void up();
    /// The connection that was up is gone, for \a reason.
    void down(const QString &reason);
    /// An attempt to connect failed.
    void failed(const QString &reason);
    /// The server said something that makes sense.
    void received(const outlet::protocol::ServerMessage &message);
    /// The server said something that makes none.
    void unreadable(qsizetype bytes);

private:
    enum class State {
        Down,       ///< nothing under way, perhaps a timer
        Connecting, ///< TCP or handshake
        Up,
        Mute,    ///< up for the server, but nobody at home
        Closing, ///< goodbye said
    };

    void connectNow();
    void openSocket();
    void dropSocket();
    [[nodiscard]] QString closeReason() const;
    void lost(const QString &reason);
    void retryLater();
    void gotText(const QString &text);
    void gotBinary(const QByteArray &frame);
    void gotJson(QByteArrayView json);

    SimulationClocks m_clocks;
    QUrl m_server;
    protocol::Framing m_framing;
    SeededRandom m_random;
    std::unique_ptr<QWebSocket> m_socket;
    ClockTimer m_nextConnect; // simulated time
    ClockTimer m_deadline;    // real time
    State m_state = State::Down;
    bool m_wanted = false;
    int m_failures = 0; // in a row
};

} // namespace outlet
