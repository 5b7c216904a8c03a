// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <variant>

#include "app/core_options.h"
#include "app/logging_setup.h"

namespace outlet {

/// What outlet and outletd end with.
enum class ProgramExit {
    Done = 0,
    Usage = 2,             ///< the command line is wrong
    PortUnavailable = 3,   ///< outletd can't listen
    DataFolderUnusable = 4 ///< it can't be made, or another program uses it
};

/// An option without a value that only one of the programs has.
struct ProgramFlag
{
    QString name; ///< without dashes
    QString help;
};

/// What may stand behind the options; only one of the programs takes something.
struct ProgramArgument
{
    QString name; ///< for the help, such as "FILE"; empty = nothing may stand there
    QString help;
};

/// A command line of outlet or outletd.
struct ProgramOptions
{
    CoreOptions core;
    LogLevel logLevel = LogLevel::Info;
    QStringList flags; ///< the names of those that were given
    QString argument;  ///< what stands behind the options; empty = nothing does
};

/// What ends a program before it begins: help, the version, or a mistake in the command line.
struct ProgramNotice
{
    QString text; ///< for stdout when exit is Done, for stderr otherwise
    ProgramExit exit = ProgramExit::Usage;
};

/// Reads the command line of \a program ("outlet" or "outletd"); \a arguments begins with its path.
[[nodiscard]] std::variant<ProgramOptions, ProgramNotice>
parseProgramOptions(const QString &program, const QStringList &arguments,
                    const QList<ProgramFlag> &flags = {}, const ProgramArgument &argument = {});

} // namespace outlet
