// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "control/control_server.h"

#include <QtNetwork/QLocalServer>
#include <QtNetwork/QLocalSocket>
#include <algorithm>
#include <utility>

#include "base/logging.h"
#include "control/control_path.h"
#include "control/control_session.h"
#include "control/outlet_json.h"
#include "control/watch_feed.h"

namespace outlet {

ControlServer::ControlServer(OutletRegistry &registry, ControlHost &host, Clock &clock,
                             QObject *parent)
    : QObject(parent)
    , m_registry(registry)
    , m_clock(clock)
    , m_dispatcher(registry, host, clock)
{
}

ControlServer::~ControlServer()
{
    close();
}

QString ControlServer::listen(const QString &dataDir)
{
    close();
    for (const QString &name : controlSocketNames(dataDir)) {
        if (tryListen(name, dataDir))
            return {};
    }
    return m_lastError;
}

bool ControlServer::tryListen(const QString &name, const QString &dataDir)
{
    if (!makeControlSocketFolder(name, dataDir)) {
        m_lastError = QStringLiteral("The folder of %1 is missing or not private.").arg(name);
        return false;
    }
    QLocalSocket probe;
    probe.connectToServer(name);
    if (probe.waitForConnected(200)) {
        m_lastError = QStringLiteral("Another program answers at %1.").arg(name);
        return false;
    }
    QLocalServer::removeServer(name); // nobody answered: a killed program left it behind
    auto server = std::make_unique<QLocalServer>();
    server->setSocketOptions(QLocalServer::UserAccessOption);
    if (!server->listen(name)) {
        m_lastError = QStringLiteral("%1: %2.").arg(name, server->errorString());
        return false;
    }
    m_server = std::move(server);
    connect(m_server.get(), &QLocalServer::newConnection, this, &ControlServer::accept);
    qCDebug(lcControl, "Control channel at %s", qUtf8Printable(name));
    return true;
}

void ControlServer::close()
{
    if (!m_server)
        return;
    m_server->close();
    m_server.reset();
    m_feed.reset();
    const auto sessions = std::exchange(m_sessions, {});
    qDeleteAll(sessions);
}

QString ControlServer::socketName() const
{
    return m_server ? m_server->fullServerName() : QString();
}

int ControlServer::clientCount() const
{
    return static_cast<int>(m_sessions.size());
}

void ControlServer::accept()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        if (m_sessions.size() >= kMaxClients) {
            qCWarning(lcControl, "More than %d clients; refusing one", kMaxClients);
            socket->abort();
            socket->deleteLater();
            continue;
        }
        auto *session = new ControlSession(socket, m_dispatcher, m_clock, this);
        m_sessions.append(session);
        connect(session, &ControlSession::watchingStarted, this, [this, session] {
            QJsonObject hello = m_dispatcher.hello();
            hello.insert(QLatin1StringView("event"), QStringLiteral("hello"));
            hello.insert(QLatin1StringView("time"), isoTime(m_clock.utcMs()));
            session->send(hello);
            updateFeed();
        });
        connect(session, &ControlSession::finished, this, [this, session] {
            m_sessions.removeOne(session);
            session->deleteLater();
            updateFeed();
        });
    }
}

void ControlServer::updateFeed()
{
    const bool wanted = std::any_of(m_sessions.begin(), m_sessions.end(),
                                    [](const ControlSession *s) { return s->isWatching(); });
    if (!wanted) {
        // Not at once: this may run from within one of the feed's own events.
        if (m_feed)
            m_feed.release()->deleteLater();
        return;
    }
    if (m_feed)
        return;
    m_feed = std::make_unique<WatchFeed>(m_registry, m_clock);
    connect(m_feed.get(), &WatchFeed::happened, this, [this](const QJsonObject &event) {
        const auto sessions = m_sessions; // a client may go while it is written to
        for (ControlSession *session : sessions)
            session->send(event);
    });
}

} // namespace outlet
