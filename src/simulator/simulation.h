// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QUrl>
#include <memory>
#include <vector>

#include "simulator/report_ledger.h"
#include "simulator/simulated_link.h"
#include "simulator/simulated_outlet.h"
#include "simulator/simulated_outlet_spec.h"
#include "simulator/simulator_event.h"

namespace outlet {

/// Any number of simulated outlets and one server for them. Lives in the thread of its clocks.
class Simulation : public QObject
{
    Q_OBJECT
public:
    /// \a server is where the outlets connect, path included; see server_target.h.
    Simulation(SimulationClocks clocks, QUrl server, QObject *parent = nullptr);
    ~Simulation() override;

    /// Adds an outlet; before start(). Its index is the number of outlets added earlier.
    SimulatedOutlet &add(const SimulatedOutletSpec &spec);
    /// Adds several.
    void add(const QList<SimulatedOutletSpec> &specs);

    /// The server moved: outlets go there from their next attempt on.
    void setServer(const QUrl &server);

    /// Plugs all outlets in, kStartSpacing of simulated time apart.
    void start();
    /// Pulls all outlets out; stopped() follows when the last connection is closed. A server that
    /// does not answer the goodbye can delay that for ever: the caller sets the limit.
    void stop();

    [[nodiscard]] int count() const { return static_cast<int>(m_outlets.size()); }
    /// The outlet of that index; nullptr when there is none.
    [[nodiscard]] SimulatedOutlet *outlet(int index) const;
    /// How many are logged in.
    [[nodiscard]] int loggedInCount() const;
    [[nodiscard]] const ReportLedger &ledger() const { return m_ledger; }

    /// Between the starts of two outlets.
    static constexpr std::chrono::milliseconds kStartSpacing{1};

Q_SIGNALS:
    /// Something happened to an outlet.
    void happened(const outlet::SimulatorEvent &event);
    /// An outlet sent an energy report.
    void reported(const outlet::LedgerEntry &entry);
    /// Every outlet has tried in vain and none was ever accepted; said once, and they try on.
    void unreachable(const QString &reason);
    /// stop() is done.
    void stopped();

private:
    void note(const SimulatorEvent &event);
    void noteFailure(const SimulatorEvent &event);
    void checkStoppedSoon();
    void checkStopped();

    SimulationClocks m_clocks;
    QUrl m_server;
    ReportLedger m_ledger;
    std::vector<std::unique_ptr<SimulatedOutlet>> m_outlets;
    std::vector<bool> m_tried; // by index: an attempt has failed
    int m_triedCount = 0;
    bool m_everAccepted = false;
    bool m_saidUnreachable = false;
    bool m_stopping = false;
    bool m_checkQueued = false;
};

} // namespace outlet
