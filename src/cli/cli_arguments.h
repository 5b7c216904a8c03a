// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <chrono>
#include <variant>

#include "cli/exit_code.h"

namespace outlet {

/// What outletctl was asked to do.
struct CliRequest
{
    /// How the answer is shown.
    enum class Show {
        List,
        Relay,
        Allowed,
        Ignored,
        Renamed,
        Forgotten,
        Events,
        Status,
        Diagnostics,
        Energy,
        Tariff,
        BackedUp,
        Restored,
        Exported,
        Imported,
        TakenBack,
        Imports,
        Merged,
        MergeUndone,
        Merges,
        Ended
    };

    Show show = Show::List;
    QString dataDir; ///< absolute
    QString verb;    ///< of the control channel
    QJsonObject arguments;
    bool json = false;
    bool csv = false;
    bool usesStandardStream = false; ///< the file is "-"
    bool isDryRun = false;
    std::chrono::milliseconds deadline{10'000}; ///< for the answer
};

/// What ends outletctl before it asks anybody: help, the version, or a mistake in the command line.
struct CliNotice
{
    QString text; ///< for stdout when exit is Done, for stderr otherwise
    ExitCode exit = ExitCode::Usage;
};

/// Reads the command line; \a arguments begins with the program's name.
[[nodiscard]] std::variant<CliRequest, CliNotice> parseCliArguments(const QStringList &arguments);

} // namespace outlet
