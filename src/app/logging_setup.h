// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <optional>

namespace outlet {

/// From which weight on messages are shown.
enum class LogLevel { Debug, Info, Warning, Error };

/// The level of that name: "debug", "info", "warning" or "error".
[[nodiscard]] std::optional<LogLevel> logLevelFromName(QStringView name);

/// From now on messages go to stderr, one line each: "2025-11-18T12:00:00.123Z warning
/// outlet.server: text". Categories that are not Outlet's own show warnings and errors only. Once,
/// at the start of a program.
void setUpLogging(LogLevel level);

} // namespace outlet
