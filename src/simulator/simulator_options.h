// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QUrl>
#include <optional>

#include "base/result.h"
#include "simulator/household.h"
#include "simulator/setup_options.h"

namespace outlet {

/// What the command line of outlet-sim asks for.
struct SimulatorOptions
{
    HouseholdOptions household;
    QUrl server;
    double speed = 1;                                  ///< simulated time per real time
    std::optional<std::chrono::milliseconds> duration; ///< simulated; empty: until stopped
    QString ledgerFile;                                ///< empty: none
    bool jsonEvents = false;
    bool readCommands = false;
    bool listOnly = false;
    bool allowAnyTarget = false;
    /// One outlet that must be set up before it connects; empty: outlets that connect by
    /// themselves.
    std::optional<SimulatedSetupOptions> setup;
};

/// Why a command line asks for nothing that can be run.
struct SimulatorUsage
{
    QString text;        ///< the help or version text, or one sentence that says what is wrong
    bool isError = true; ///< false when help or version was asked for
};

/// Reads the command line; \a arguments begins with the program's name.
[[nodiscard]] Result<SimulatorOptions, SimulatorUsage>
parseSimulatorOptions(const QStringList &arguments);

} // namespace outlet
