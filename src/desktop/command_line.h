// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QStringList>
#include <variant>

#include "app/program_options.h"
#include "control/window_wish.h"

namespace outlet {

/// What outlet ends with when there is no display to show a window on.
inline constexpr int kNoDisplayExit = 5;

/// The command line of the desktop app.
struct DesktopOptions
{
    CoreOptions core;
    LogLevel logLevel = LogLevel::Info;
    bool hidden = false; ///< start in the tray
    WindowWish wish;     ///< what the window is to do once it is there
    bool hasDisplay = true;
};

/// Reads outlet's command line before there is a QApplication, which needs a display. Options of Qt
/// itself, such as -platform, are left to Qt.
[[nodiscard]] std::variant<DesktopOptions, ProgramNotice>
parseDesktopCommandLine(const QStringList &arguments);

} // namespace outlet
