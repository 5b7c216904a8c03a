// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QStringList>
#include <variant>

#include "app/program_options.h"

namespace outlet {

/// What outlet ends with when there is no display to show a window on.
inline constexpr int kNoDisplayExit = 5;

/// The command line of the desktop app.
struct DesktopOptions
{
    CoreOptions core;
    LogLevel logLevel = LogLevel::Info;
    bool hidden = false; ///< start in the tray
    bool asksTurnAllOff = false;
    bool hasDisplay = true;
};

/// Reads outlet's command line before there is a QApplication, which needs a display. Options of Qt
/// itself, such as -platform, are left to Qt.
[[nodiscard]] std::variant<DesktopOptions, ProgramNotice>
parseDesktopCommandLine(const QStringList &arguments);

} // namespace outlet
