// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QUrl>
#include <functional>
#include <optional>

#include "base/clock.h"
#include "protocol/outlet_side.h"
#include "simulator/delayed_actions.h"
#include "simulator/power_meter.h"
#include "simulator/report_ledger.h"
#include "simulator/seeded_random.h"
#include "simulator/simulated_link.h"
#include "simulator/simulated_outlet_spec.h"
#include "simulator/simulator_event.h"

namespace outlet {

/// One outlet, as a server sees it: logs in, answers, measures, reports, is pressed, and fails as
/// its spec says (protocol.md sections 1 to 5). Lives in the thread of its clocks, which must
/// outlive it, as must the ledger.
class SimulatedOutlet : public QObject
{
    Q_OBJECT
public:
    /// \a index is this outlet's place in its simulation, told in its events.
    SimulatedOutlet(int index, SimulatedOutletSpec spec, SimulationClocks clocks,
                    const QUrl &server, ReportLedger &ledger, QObject *parent = nullptr);
    ~SimulatedOutlet() override;

    /// Plugs it in: it connects after \a delay.
    void start(std::chrono::milliseconds delay = std::chrono::milliseconds(0));
    /// Pulls it out: closes its connection and does nothing more.
    void stop();

    /// Where it connects from its next attempt on; a connection that is up stays.
    void setServer(const QUrl &server);

    /// Somebody presses its button: the relay toggles at once, and the server is told if it can be.
    void press();
    /// It leaves the network and comes back by itself.
    void drop(DropManner manner, std::chrono::milliseconds duration);
    /// It sends something that is no proper message. Nothing happens while it is not logged in.
    void sendMalformed();

    [[nodiscard]] const SimulatedOutletSpec &spec() const { return m_spec; }
    [[nodiscard]] bool relayOn() const { return m_meter.relayOn(); }
    /// True from the server's acceptance of the login until the connection ends.
    [[nodiscard]] bool isLoggedIn() const { return m_loggedIn; }
    /// True when it has no connection and tries none.
    [[nodiscard]] bool isDown() const { return m_link.isDown(); }
    /// The metering, advanced to now.
    [[nodiscard]] const PowerMeter &meter();

    /// Between the /report and the next /ka, and from there to the next report (section 5).
    static constexpr std::chrono::milliseconds kReportToKeepAlive{180000};
    static constexpr std::chrono::milliseconds kKeepAliveToReport{3000};

Q_SIGNALS:
    void happened(const outlet::SimulatorEvent &event);
    /// A report was sent and written down.
    void reported(const outlet::LedgerEntry &entry);

private:
    void logIn();
    void linkLost(const QString &reason);
    void handle(const protocol::ServerMessage &message);
    void loginAnswered(int error);
    void obey(bool on);
    void switchAndConfirm();
    void sendRuntimeInfo();
    void answerSoon(std::function<void()> answer);
    void keepAlive();
    void report();
    void byChance(double perHour, const std::function<void()> &what);
    void followPresence();
    [[nodiscard]] bool neverObeys(bool on) const;
    void tell(SimulatorEvent::Kind kind, const QString &detail = {},
              std::optional<bool> relay = std::nullopt);

    int m_index;
    SimulatedOutletSpec m_spec;
    SimulationClocks m_clocks;
    ReportLedger &m_ledger;
    SeededRandom m_random;       // drawn from as the network goes
    SeededRandom m_chanceRandom; // drawn from in simulated time alone
    PowerMeter m_meter;
    SimulatedLink m_link;
    ClockTimer m_reportTimer;
    ClockTimer m_keepAliveTimer;
    ClockTimer m_switchTimer; // until a command is obeyed
    DelayedActions m_answers; // forgotten when the connection ends
    DelayedActions m_chances; // presses, drops and nonsense
    std::chrono::milliseconds m_lastReportAt;
    bool m_switchTo = false;
    bool m_loggedIn = false;
    bool m_firstReportDue = false; // an early one, as soon as it is logged in
    std::size_t m_nextMalformed = 0;
};

} // namespace outlet
