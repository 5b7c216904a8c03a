// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>
#include <memory>

#include "base/clock.h"
#include "control/control_dispatcher.h"

class QLocalServer;

namespace outlet {

class ControlHost;
class ControlSession;
class OutletRegistry;
class WatchFeed;

/// The control channel's server: a local socket that only this user can open. Main thread.
class ControlServer : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMaxClients = 32;

    /// All three must outlive the server.
    ControlServer(OutletRegistry &registry, ControlHost &host, Clock &clock,
                  QObject *parent = nullptr);
    ~ControlServer() override;

    /// Listens at the first name of \a dataDir that works. The caller has made sure that no other
    /// program serves this folder; a socket left over by one that was killed is replaced. Returns
    /// an empty text, or why no name works.
    [[nodiscard]] QString listen(const QString &dataDir);
    /// Ends all sessions, sending first what is queued, and takes the socket away.
    void close();
    /// The name in use; empty when not listening.
    [[nodiscard]] QString socketName() const;
    /// How many clients are connected.
    [[nodiscard]] int clientCount() const;

private:
    [[nodiscard]] bool tryListen(const QString &name, const QString &dataDir);
    void accept();
    void updateFeed();

    OutletRegistry &m_registry;
    Clock &m_clock;
    ControlDispatcher m_dispatcher;
    std::unique_ptr<QLocalServer> m_server;
    QList<ControlSession *> m_sessions;
    std::unique_ptr<WatchFeed> m_feed;
    QString m_lastError;
};

} // namespace outlet
