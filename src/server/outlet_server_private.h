// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/rate_limiter.h"
#include "server/first_questions.h"
#include "server/frame_tap.h"
#include "server/listener.h"
#include "server/outlet_link.h"
#include "server/outlet_server.h"
#include "server/outlet_session.h"

namespace outlet {

class LinkSocket;
class OutletRegistry;

/// The works of OutletServer: the way of a socket from the listener through the handshake to a
/// link, and the sessions of the outlets.
class OutletServer::Private final : public QObject, public LinkHost
{
public:
    Private(OutletRegistry &outletRegistry, Clock &clockToUse, ServerOptions serverOptions);
    ~Private() override;

    Result<quint16, ListenError> listen();
    void closeAll();

    [[nodiscard]] const std::vector<std::unique_ptr<Listener>> &openListeners() const
    {
        return m_listeners;
    }
    [[nodiscard]] int loggedInLinks() const;

    // LinkHost
    OutletSession &sessionFor(const protocol::Login &login) override;
    std::chrono::milliseconds firstQuestionIn() override
    {
        return m_firstQuestions.wait(m_clock.monotonic());
    }
    std::shared_ptr<FrameRing> framesOf(const QString &outletId) override
    {
        return frames.ringOf(outletId);
    }
    void ignoredBeforeLogin(const OutletLink &link, const QString &kind) override;
    void linkClosed(OutletLink &link) override;

    ServerOptions options;
    FrameTap frames;

private:
    /// A socket that has not become a link yet, and the time it has left.
    struct Handshake;

    bool listenOn(const QHostAddress &address, quint16 port, ListenError &error);
    void expectKnownOutlets();
    void incoming(qintptr descriptor);
    [[nodiscard]] bool admits(const QHostAddress &peer);
    void upgraded(LinkSocket *socket);
    void giveUp(LinkSocket *socket);
    void handshakeOver(LinkSocket *socket);
    void leave(const QHostAddress &peer);
    OutletSession &sessionOf(Outlet &outlet);
    void outletLeaves(Outlet *outlet);
    void logRefused(const QString &kind, const QString &peer);

    OutletRegistry &m_registry;
    Clock &m_clock;
    std::vector<std::unique_ptr<Listener>> m_listeners;
    std::unordered_map<LinkSocket *, std::unique_ptr<Handshake>> m_handshakes;
    std::unordered_map<OutletLink *, QHostAddress> m_links;
    std::unordered_map<Outlet *, std::unique_ptr<OutletSession>> m_sessions;
    QHash<QHostAddress, int> m_socketsByPeer; ///< handshakes and links
    RateLimiter m_logLimiter;
    FirstQuestions m_firstQuestions;
};

} // namespace outlet
