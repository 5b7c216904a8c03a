// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QString>

namespace outlet {

/// How far an export or import is, without a line end.
[[nodiscard]] QString transferProgressText(const QJsonObject &state);

/// What is said when an export is done.
[[nodiscard]] QString exportedText(const QJsonObject &result);

/// What an import did, or with \a isDryRun would do; a line for each thing to know.
[[nodiscard]] QString importedText(const QJsonObject &result, bool isDryRun);

/// The rows that could not be read, one a line; empty when all could.
[[nodiscard]] QString importFaultsText(const QJsonObject &result);

/// `import --list` as a table.
[[nodiscard]] QString importsTable(const QJsonArray &imports);

/// What is said when an outlet's history was moved to another's.
[[nodiscard]] QString mergedText(const QJsonObject &result);

/// `merge --list` as lines.
[[nodiscard]] QString mergesText(const QJsonArray &merges);

} // namespace outlet
