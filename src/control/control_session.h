// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QObject>

#include "base/clock.h"
#include "control/control_message.h"
#include "control/line_buffer.h"

class QLocalSocket;

namespace outlet {

class ControlDispatcher;

/// One client of the control channel. What it can make the program hold is bounded: one request
/// line, kMaxWaiting unanswered requests, and kMaxQueuedAnswers bytes that it does not read. Ends
/// itself, with finished(), when the client goes or oversteps. Main thread.
class ControlSession : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMaxWaiting = 64;
    static constexpr qint64 kMaxQueuedAnswers = 16 * 1024 * 1024;
    /// Beyond this many unread bytes a watcher's events are left out; when it has caught up it gets
    /// {"event":"lost","count":n}.
    static constexpr qint64 kMaxQueuedEvents = 1024 * 1024;

    /// Takes \a socket over. Both others must outlive the session.
    ControlSession(QLocalSocket *socket, ControlDispatcher &dispatcher, Clock &clock,
                   QObject *parent = nullptr);
    /// Sends what it can of what is queued, without waiting.
    ~ControlSession() override;

    [[nodiscard]] bool isWatching() const { return m_watching; }
    /// Sends an event to a client that watches.
    void send(const QJsonObject &event);

Q_SIGNALS:
    /// The client asked to watch. Connect directly: the first event comes after this.
    void watchingStarted();
    void finished();

private:
    void readLines();
    void handle(const QByteArray &line);
    void startWatching(qint64 requestId);
    void answer(std::optional<qint64> id, const control::Outcome &outcome);
    void tellLost();
    void end();

    QLocalSocket *m_socket;
    ControlDispatcher &m_dispatcher;
    Clock &m_clock;
    LineBuffer m_lines{control::kMaxRequestBytes};
    int m_waiting = 0;
    quint64 m_lost = 0;
    bool m_watching = false;
    bool m_ended = false;
};

} // namespace outlet
