// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtTest/QtTest>
#include <memory>

#include "base/manual_clock.h"
#include "base/system_clock.h"
#include "recording_server.h"
#include "simulator/seeded_random.h"
#include "simulator/simulated_outlet.h"

namespace outlet {

/// One simulated outlet, whose time stands still, and a server for it.
class OutletFixture
{
public:
    explicit OutletFixture(SimulatedOutletSpec wanted = {})
        : spec(std::move(wanted))
    {
        spec.id = simulatedOutletId(1, 0);
        outlet = std::make_unique<SimulatedOutlet>(0, spec, SimulationClocks{clock, realClock},
                                                   server.url(), ledger);
        QObject::connect(outlet.get(), &SimulatedOutlet::happened, outlet.get(),
                         [this](const SimulatorEvent &event) { events.append(event); });
    }

    /// Plugs the outlet in and waits until it is logged in.
    [[nodiscard]] bool start()
    {
        outlet->start();
        clock.advance(std::chrono::milliseconds(0));
        return QTest::qWaitFor([this] { return outlet->isLoggedIn(); });
    }
    [[nodiscard]] RecordedPeer &peer() const { return server.last(); }
    /// How many events of a kind there were.
    [[nodiscard]] qsizetype count(SimulatorEvent::Kind kind) const
    {
        return std::count_if(events.begin(), events.end(),
                             [kind](const SimulatorEvent &event) { return event.kind == kind; });
    }

    ManualClock clock;
    SystemClock realClock;
    RecordingServer server;
    ReportLedger ledger;
    SimulatedOutletSpec spec;
    QList<SimulatorEvent> events;
    std::unique_ptr<SimulatedOutlet> outlet;
};

} // namespace outlet
