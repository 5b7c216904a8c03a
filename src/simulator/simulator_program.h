// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QFile>
#include <QtCore/QObject>
#include <QtCore/QString>
#include <optional>

#include "base/stop_signal.h"
#include "base/system_clock.h"
#include "simulator/command_input.h"
#include "simulator/scaled_clock.h"
#include "simulator/simulated_setup.h"
#include "simulator/simulation.h"
#include "simulator/simulator_options.h"

namespace outlet {

/// One run of outlet-sim: the simulation and what surrounds it. Needs the application's event loop.
class SimulatorProgram : public QObject
{
    Q_OBJECT
public:
    explicit SimulatorProgram(SimulatorOptions options);
    ~SimulatorProgram() override;

    /// Opens the ledger and plugs the outlets in. False when the ledger can't be written; the
    /// reason is on standard error.
    [[nodiscard]] bool start();

    /// Closes every connection, then ends the application with \a exitCode, in at most
    /// kGoodbyeLimit. Asked a second time, it ends at once.
    void stop(int exitCode);

    static constexpr int kDone = 0;
    static constexpr int kUsage = 2;
    static constexpr int kUnreachable = 4;
    /// Real time that servers get to answer the goodbye.
    static constexpr std::chrono::milliseconds kGoodbyeLimit{1500};

private:
    [[nodiscard]] bool startSetup(const QString &id);
    void configured(const QString &serverIp);
    void tellSetup(const QString &event, const QJsonObject &details = {});
    void show(const SimulatorEvent &event);
    void writeDown(const LedgerEntry &entry);
    void obey(const QString &line);
    void finish();

    SimulatorOptions m_options;
    SystemClock m_realClock;
    ScaledClock m_clock;
    Simulation m_simulation;
    std::optional<SimulatedSetup> m_setup;
    StopSignal m_stopSignal;
    std::optional<CommandInput> m_commands;
    QFile m_ledger;
    int m_exitCode = kDone;
    bool m_stopping = false;
    bool m_saidAllIn = false;
};

/// One line for each outlet that the options would make: number, id, name, appliance, framing and
/// firmware; as JSON objects when \a json is set.
[[nodiscard]] QString listing(const HouseholdOptions &household, bool json);

} // namespace outlet
