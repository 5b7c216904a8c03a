// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QString>

#include "cli/cli_arguments.h"

namespace outlet {

/// Text from the network, made fit for a terminal: control and formatting characters become "?".
[[nodiscard]] QString printable(const QString &text);

/// `list` as an aligned table, with a head and a line for each outlet; "-" for what is unknown.
[[nodiscard]] QString listTable(const QJsonArray &outlets);

/// An event of `watch` as one line without its end, its time in local time.
[[nodiscard]] QString eventLine(const QJsonObject &event);

/// `status` as lines.
[[nodiscard]] QString statusText(const QJsonObject &status);

/// What is said when a change was made, e.g. "Freezer is on."
[[nodiscard]] QString doneText(CliRequest::Show show, const QJsonObject &outlet);

} // namespace outlet
