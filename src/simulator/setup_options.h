// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <optional>

#include "base/result.h"
#include "simulator/simulated_setup_spec.h"

class QCommandLineParser;

namespace outlet {

/// What the command line of outlet-sim says about an outlet that must be set up.
struct SimulatedSetupOptions
{
    SimulatedSetupSpec spec;
    quint16 serverPort = 17273; ///< where it connects on the address that it is told
};

/// Adds --setup and what goes with it to a parser.
void declareSetupOptions(QCommandLineParser &parser);
/// True when the command line asks for an outlet that must be set up.
[[nodiscard]] bool asksForSetup(const QCommandLineParser &parser);
/// Reads those options; the error is a sentence.
[[nodiscard]] Result<SimulatedSetupOptions, QString>
readSetupOptions(const QCommandLineParser &parser);

} // namespace outlet
