// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QObject>
#include <QtNetwork/QLocalSocket>

#include "control/control_message.h"
#include "control/line_buffer.h"

namespace outlet {

/// The other side of the control channel, for outletctl and for a second start of the desktop app.
/// Lives in the thread that made it, which must run an event loop.
class ControlClient : public QObject
{
    Q_OBJECT
public:
    explicit ControlClient(QObject *parent = nullptr);

    /// Connects to the program that serves \a dataDir; false when none does. May wait for up to a
    /// second: for the start of a program, not for a running one.
    [[nodiscard]] bool open(const QString &dataDir);
    /// Sends a request; its id comes back with answered().
    qint64 send(const QString &verb, const QJsonObject &arguments = {});

Q_SIGNALS:
    void answered(qint64 id, const outlet::control::Outcome &outcome);
    void happened(const QJsonObject &event);
    /// The other side has gone, or says what can't be understood.
    void closed();

private:
    void readLines();
    void handle(const QByteArray &line);

    QLocalSocket m_socket;
    LineBuffer m_lines{control::kMaxAnswerBytes};
    qint64 m_lastId = 0;
};

} // namespace outlet
