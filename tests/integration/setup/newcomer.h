// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QUrl>
#include <functional>
#include <memory>
#include <optional>

#include "base/manual_clock.h"
#include "setup/setup_types.h"
#include "simulator/household.h"
#include "simulator/simulated_outlet.h"
#include "simulator/simulated_setup.h"

namespace outlet::test {

/// A simulated outlet that waits to be set up on 127.0.0.1, for the network "Maple House" with the
/// password kPassword, and that connects to a server once it was told to.
class Newcomer
{
public:
    static constexpr char kPassword[] = "correct horse";

    /// \a clock must outlive it; the server listens at \a serverPort.
    Newcomer(SimulatedSetupSpec wanted, ManualClock &clock, quint16 serverPort);
    ~Newcomer();

    /// Leads a set-up to this outlet and nowhere else.
    void leadHere(SetupRequest &request);
    [[nodiscard]] static QString id();

    SimulatedSetup outlet;
    /// Where the outlet connects instead of the address that it was told; for faults.
    std::optional<QUrl> connectsElsewhere;

private:
    void plugIn();

    ManualClock &m_clock;
    SimulatedOutletSpec m_spec;
    ReportLedger m_ledger;
    std::unique_ptr<SimulatedOutlet> m_running;
    quint16 m_serverPort;
};

/// Time passes on \a clock, and sockets are read, until \a condition holds or \a limit is over.
bool passTime(ManualClock &clock, const std::function<bool()> &condition,
              std::chrono::milliseconds limit = std::chrono::minutes(4));

/// Whether what a UDP socket bound to \a address sends is seen to come from there. Tests with peers
/// of several addresses need that; Wine sends all of it from 127.0.0.1.
[[nodiscard]] bool sendsFrom(const QHostAddress &address);
constexpr char kSendsFromElsewhere[] =
    "This system sends UDP from 127.0.0.1, whatever address the socket is bound to.";

/// Sockets of this process, for counting what is left open. 0 where that can't be counted.
[[nodiscard]] int openSockets();

} // namespace outlet::test
