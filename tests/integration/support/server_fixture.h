// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "base/manual_clock.h"
#include "outlets/outlet_registry.h"
#include "server/outlet_server.h"

namespace outlet::test {

/// A running server on any free port of 127.0.0.1, on a clock that stands still until it is moved.
/// Outlets are known as soon as they appear, unless \a acceptNew says otherwise.
struct ServerFixture
{
    explicit ServerFixture(ServerOptions options = {}, bool acceptNew = true)
        : registry(clock, nullptr)
        , server(registry, clock, local(std::move(options)))
    {
        registry.setAcceptNew(acceptNew);
        const auto result = server.listen();
        port = result ? *result : quint16(0);
    }

    /// The outlet with this id; nullptr until it logged in.
    [[nodiscard]] Outlet *outlet(const char *id) const
    {
        return registry.find(QString::fromUtf8(id));
    }

    static ServerOptions local(ServerOptions options)
    {
        options.addresses = {QHostAddress(QHostAddress::LocalHost)};
        options.port = 0;
        return options;
    }

    ManualClock clock;
    OutletRegistry registry;
    OutletServer server;
    quint16 port = 0;
};

} // namespace outlet::test
