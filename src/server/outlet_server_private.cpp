// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "server/outlet_server_private.h"

#include <algorithm>
#include <utility>

#include "base/logging.h"
#include "outlets/outlet_registry.h"
#include "server/link_socket.h"
#include "server/peer_address.h"

namespace outlet {

struct OutletServer::Private::Handshake
{
    std::unique_ptr<LinkSocket> socket;
    QHostAddress peer;
    ClockTimer deadline;
};

OutletServer::Private::Private(OutletRegistry &outletRegistry, Clock &clockToUse,
                               ServerOptions serverOptions)
    : options(std::move(serverOptions))
    , frames(clockToUse)
    , m_registry(outletRegistry)
    , m_clock(clockToUse)
{
    connect(&m_registry, &OutletRegistry::decisionChanged, this, [this](Outlet *outlet) {
        if (const auto found = m_sessions.find(outlet); found != m_sessions.end())
            found->second->decisionChanged();
    });
    connect(&m_registry, &OutletRegistry::outletAboutToBeRemoved, this,
            [this](Outlet *outlet) { outletLeaves(outlet); });
}

OutletServer::Private::~Private()
{
    closeAll();
}

void OutletServer::Private::incoming(qintptr descriptor)
{
    auto socket = std::make_unique<LinkSocket>();
    if (!socket->setSocketDescriptor(descriptor))
        return; // gone already
    const QHostAddress peer = normalizedPeer(socket->peerAddress());
    if (!admits(peer)) {
        socket->abort();
        return;
    }
    ++m_socketsByPeer[peer];
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    LinkSocket *raw = socket.get();
    connect(raw, &LinkSocket::upgraded, this, [this, raw] { upgraded(raw); });
    connect(raw, &QTcpSocket::disconnected, this, [this, raw] { handshakeOver(raw); });
    auto handshake = std::unique_ptr<Handshake>(
        new Handshake{std::move(socket), peer, ClockTimer(m_clock, [this, raw] { giveUp(raw); })});
    handshake->deadline.start(options.handshakeDeadline);
    m_handshakes.emplace(raw, std::move(handshake));
}

void OutletServer::Private::giveUp(LinkSocket *socket)
{
    // Not at once: the timer that calls goes away with the handshake.
    QMetaObject::invokeMethod(
        this,
        [this, socket] {
            if (m_handshakes.count(socket) > 0)
                socket->abort();
        },
        Qt::QueuedConnection);
}

bool OutletServer::Private::admits(const QHostAddress &peer)
{
    if (!isAdmissiblePeer(peer, options.extraAllowedSubnets)) {
        logRefused(QStringLiteral("address"), peer.toString());
        return false;
    }
    if (m_handshakes.size() + m_links.size() >= static_cast<size_t>(options.maxLinks)) {
        logRefused(QStringLiteral("too many links"), peer.toString());
        return false;
    }
    // On loopback live the simulators and the tests, and nobody who could not do worse.
    if (!peer.isLoopback() && m_socketsByPeer.value(peer) >= options.maxLinksPerAddress) {
        logRefused(QStringLiteral("too many links of one address"), peer.toString());
        return false;
    }
    return true;
}

void OutletServer::Private::upgraded(LinkSocket *socket)
{
    const auto found = m_handshakes.find(socket);
    const std::unique_ptr<Handshake> handshake = std::move(found->second);
    m_handshakes.erase(found);
    socket->disconnect(this);
    auto *link = new OutletLink(std::move(handshake->socket), handshake->peer.toString(), *this,
                                m_clock, options.loginDeadline, this);
    m_links.emplace(link, handshake->peer);
    socket->startFrames();
}

void OutletServer::Private::handshakeOver(LinkSocket *socket)
{
    const auto found = m_handshakes.find(socket);
    if (found == m_handshakes.end())
        return;
    leave(found->second->peer);
    // The signal that brought us here is the socket's own.
    found->second->socket->setParent(this);
    found->second->socket.release()->deleteLater();
    m_handshakes.erase(found);
}

void OutletServer::Private::leave(const QHostAddress &peer)
{
    const auto found = m_socketsByPeer.find(peer);
    if (found != m_socketsByPeer.end() && --found.value() <= 0)
        m_socketsByPeer.erase(found);
}

int OutletServer::Private::loggedInLinks() const
{
    return static_cast<int>(std::count_if(m_sessions.begin(), m_sessions.end(),
                                          [](const auto &s) { return s.second->hasLink(); }));
}

OutletSession &OutletServer::Private::sessionFor(const protocol::Login &login)
{
    return sessionOf(*m_registry.findOrAdd(login.id));
}

OutletSession &OutletServer::Private::sessionOf(Outlet &outlet)
{
    auto &session = m_sessions[&outlet];
    if (!session)
        session = std::make_unique<OutletSession>(outlet, m_clock, options);
    return *session;
}

void OutletServer::Private::ignoredBeforeLogin(const OutletLink &link, const QString &kind)
{
    logRefused(kind + QStringLiteral(" message without a login"), link.peerAddress());
}

void OutletServer::Private::linkClosed(OutletLink &link)
{
    const auto found = m_links.find(&link);
    if (found == m_links.end())
        return;
    leave(found->second);
    m_links.erase(found);
    link.deleteLater();
}

void OutletServer::Private::outletLeaves(Outlet *outlet)
{
    if (const auto found = m_sessions.find(outlet); found != m_sessions.end()) {
        const std::unique_ptr<OutletSession> session = std::move(found->second);
        m_sessions.erase(found);
        session->shutDown();
    }
    frames.forget(outlet->id());
}

void OutletServer::Private::logRefused(const QString &kind, const QString &peer)
{
    if (const quint64 times = m_logLimiter.allow(kind, m_clock.monotonic()))
        qCWarning(lcServer, "Refused %llu x: %s, last from %s",
                  static_cast<unsigned long long>(times), qUtf8Printable(kind),
                  qUtf8Printable(peer));
}

} // namespace outlet
