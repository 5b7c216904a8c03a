// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "server/listener.h"

namespace outlet {

Listener::Listener(QObject *parent)
    : QTcpServer(parent)
{
    setListenBacklogSize(kBacklog);
}

void Listener::incomingConnection(qintptr descriptor)
{
    Q_EMIT incoming(descriptor);
}

} // namespace outlet
