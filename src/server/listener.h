// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtNetwork/QTcpServer>

namespace outlet {

/// One listening TCP socket. Unlike QWebSocketServer's own it has a queue deep enough for every
/// outlet of a home or a small firm to come back at once: with Qt's 50, what is dropped comes again
/// only after 1, 2, 4, 8 ... seconds. It hands on bare descriptors; it keeps no list.
class Listener : public QTcpServer
{
    Q_OBJECT
public:
    static constexpr int kBacklog = 4096;

    explicit Listener(QObject *parent = nullptr);

Q_SIGNALS:
    /// A connection was accepted by the system; the receiver owns the descriptor.
    void incoming(qintptr descriptor);

protected:
    void incomingConnection(qintptr descriptor) override;
};

} // namespace outlet
