// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QStringList>
#include <functional>

#include "app/outlet_logins.h"
#include "newcomer.h"
#include "setup/setup_run.h"
#include "support/server_fixture.h"

namespace outlet::test {

/// A server, an outlet that has to be set up, and a set-up, over real sockets of 127.0.0.1 and on
/// one clock, which run() moves: a minute takes a fraction of a second.
class SetupFixture
{
public:
    explicit SetupFixture(SimulatedSetupSpec wanted);
    ~SetupFixture();

    /// What fits the outlet: its network, its ports, this server.
    [[nodiscard]] SetupRequest request(const char *password = Newcomer::kPassword);
    /// Time passes, and both ends read what is there, until \a condition holds or \a limit is over.
    bool run(const std::function<bool()> &condition,
             std::chrono::milliseconds limit = std::chrono::minutes(4));
    /// Starts and goes on until the attempt has ended.
    bool runToTheEnd(SetupRequest wanted);
    [[nodiscard]] SetupCause cause() const;

    ServerFixture server;
    OutletLogins logins;
    SetupRun setup;
    Newcomer newcomer;
    SimulatedSetup &outlet = newcomer.outlet;
    QStringList stages; ///< as they were reached
    QList<AnnouncedOutlet> foreign;
    int failures = 0;
};

} // namespace outlet::test
