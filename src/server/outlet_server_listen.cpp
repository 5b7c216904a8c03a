// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
// Opening and closing the port: the part of OutletServer that meets the system.
#include "base/logging.h"
#include "outlets/outlet_registry.h"
#include "server/close_code.h"
#include "server/link_socket.h"
#include "server/outlet_server_private.h"

namespace outlet {

namespace {

ListenError::Kind kindOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::AddressInUseError:
        return ListenError::Kind::PortInUse;
    case QAbstractSocket::SocketAccessError:
        return ListenError::Kind::PermissionDenied;
    case QAbstractSocket::SocketAddressNotAvailableError:
        return ListenError::Kind::AddressNotAvailable;
    default:
        return ListenError::Kind::Other;
    }
}

} // namespace

bool OutletServer::Private::listenOn(const QHostAddress &address, quint16 port, ListenError &error)
{
    auto listener = std::make_unique<Listener>();
    connect(listener.get(), &Listener::incoming, this, &Private::incoming);
    if (!listener->listen(address, port)) {
        error =
            ListenError{kindOf(listener->serverError()), address, port, listener->errorString()};
        return false;
    }
    m_listeners.push_back(std::move(listener));
    return true;
}

Result<quint16, ListenError> OutletServer::Private::listen()
{
    ListenError error;
    bool ok = true;
    if (options.addresses.isEmpty()) {
        ok = listenOn(QHostAddress(QHostAddress::Any), options.port, error);
        // A system without IPv6 can't open the socket that serves both.
        if (!ok && error.kind != ListenError::Kind::PortInUse &&
            error.kind != ListenError::Kind::PermissionDenied)
            ok = listenOn(QHostAddress(QHostAddress::AnyIPv4), options.port, error);
    }
    for (const QHostAddress &address : std::as_const(options.addresses)) {
        // With port 0 the first address gets any free port, and the others the same one.
        const quint16 port = m_listeners.empty() ? options.port : m_listeners.front()->serverPort();
        ok = ok && listenOn(address, port, error);
    }
    if (!ok) {
        m_listeners.clear();
        return error;
    }
    expectKnownOutlets();
    return m_listeners.front()->serverPort();
}

void OutletServer::Private::expectKnownOutlets()
{
    for (Outlet *outlet : m_registry.outlets()) {
        if (!outlet->isKnown())
            continue;
        OutletSession &session = sessionOf(*outlet);
        if (!session.hasLink())
            session.expect();
    }
}

void OutletServer::Private::closeAll()
{
    m_listeners.clear();
    // Each of these leaves its container by itself while it is closed.
    while (!m_handshakes.empty()) {
        LinkSocket *socket = m_handshakes.begin()->first;
        socket->abort();
        handshakeOver(socket); // aborting a socket that is closing already says nothing
    }
    const auto sessions = std::exchange(m_sessions, {});
    for (const auto &[outlet, session] : sessions)
        session->shutDown();
    while (!m_links.empty())
        m_links.begin()->first->close(closecode::kGoingAway);
}

} // namespace outlet
