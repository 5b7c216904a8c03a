// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "server/outlet_server.h"

#include <utility>

#include "server/outlet_server_private.h"

namespace outlet {

OutletServer::OutletServer(OutletRegistry &registry, Clock &clock, ServerOptions options,
                           QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(registry, clock, std::move(options)))
{
}

OutletServer::~OutletServer() = default;

Result<quint16, ListenError> OutletServer::listen()
{
    if (isListening())
        return port();
    auto result = d->listen();
    if (result)
        Q_EMIT listeningChanged(true);
    return result;
}

void OutletServer::close()
{
    const bool wasListening = isListening();
    d->closeAll();
    if (wasListening)
        Q_EMIT listeningChanged(false);
}

bool OutletServer::isListening() const
{
    return !d->openListeners().empty();
}

quint16 OutletServer::port() const
{
    return isListening() ? d->openListeners().front()->serverPort() : quint16(0);
}

QList<QHostAddress> OutletServer::addresses() const
{
    QList<QHostAddress> result;
    for (const auto &listener : d->openListeners())
        result.append(listener->serverAddress());
    return result;
}

int OutletServer::linkCount() const
{
    return d->loggedInLinks();
}

FrameTap &OutletServer::frames()
{
    return d->frames;
}

const ServerOptions &OutletServer::options() const
{
    return d->options;
}

void OutletServer::setOptions(const ServerOptions &options)
{
    d->options = options;
}

} // namespace outlet
