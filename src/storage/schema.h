// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QStringList>

#include "storage/sql_connection.h"

namespace outlet {

/// Written into every file of ours (PRAGMA application_id): "OTLT".
inline constexpr int kApplicationId = 0x4f544c54;

/// One step of the file's history: the statements that lead to \a toVersion from the one before.
/// A step that was released is never edited; a new one is added behind it.
struct Migration
{
    int toVersion = 0;
    QStringList statements;
};

/// All steps, ascending from version 1.
[[nodiscard]] const QList<Migration> &migrations();

/// The version that this program reads and writes (PRAGMA user_version).
[[nodiscard]] int schemaVersion();

/// Runs the steps that \a version (the file's) lacks and sets the new version. To be called inside
/// a transaction: on failure the caller rolls back, and the file is as it was.
[[nodiscard]] SqlOutcome migrate(SqlConnection &connection, int version,
                                 const QList<Migration> &steps = migrations());

} // namespace outlet
