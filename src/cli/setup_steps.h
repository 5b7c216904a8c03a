// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QJsonArray>
#include <QtCore/QStringList>

#include "setup/setup_advice.h"

namespace outlet {

/// What is typed to follow a hint, where the window has a button: options to add, or whole
/// commands, one a line. Empty where nothing can be typed.
[[nodiscard]] QStringList setupSteps(const SetupHint &hint, const SetupContext &context);

/// A failure with every hint and its steps, for a terminal: lines without their ends.
[[nodiscard]] QStringList adviceLines(const SetupAdvice &advice, const SetupContext &context);

/// The hints for a program: title, text and steps of each.
[[nodiscard]] QJsonArray adviceArray(const SetupAdvice &advice, const SetupContext &context);

} // namespace outlet
