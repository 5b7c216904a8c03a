// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QStringList>
#include <variant>

#include "cli/cli_arguments.h"
#include "setup/setup_types.h"

namespace outlet {

/// What `outletctl setup …` was asked to do.
struct SetupCommand
{
    enum class Kind { Outlet, CheckDns };

    Kind kind = Kind::Outlet;
    /// Without the password, which never comes from the command line. Addresses that were not given
    /// are null.
    SetupRequest request;
    bool dryRun = false;   ///< say what would be sent, and send nothing
    QHostAddress resolver; ///< of check-dns; null: the system's and the router's
    bool json = false;
    QString dataDir; ///< absolute
};

/// True when the command line is about setting up.
[[nodiscard]] bool isSetupCommand(const QStringList &arguments);
/// Reads it; \a arguments begins with the program's name and "setup".
[[nodiscard]] std::variant<SetupCommand, CliNotice>
parseSetupArguments(const QStringList &arguments);

} // namespace outlet
