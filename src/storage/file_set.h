// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QString>
#include <optional>

#include "base/result.h"
#include "storage/sql_connection.h"
#include "storage/storage_problem.h"

namespace outlet {

// A SQLite file is up to three files: itself, "-wal" and "-shm". What is done to them from outside.

/// The write-ahead log of the file at \a path.
[[nodiscard]] QString walPath(const QString &path);

/// True when there is nothing to read: no file, or one without a byte.
[[nodiscard]] bool isMissingOrEmpty(const QString &path);

/// Makes \a folder for this user alone (0700) unless it exists; its parents as is usual. Empty on
/// success, else the system's words.
[[nodiscard]] std::optional<QString> makePrivateFolder(const QString &folder);

/// Makes an empty file that only this user can read (0600), or takes others' rights from an
/// existing one; SQLite gives its side files the same rights. Empty on success, else the system's
/// words; rights that can't be changed are no failure.
[[nodiscard]] std::optional<QString> makePrivateFile(const QString &path);

/// Renames the three files to "<path>.damaged-YYYYMMDD-HHMMSS" (with "-2" … when that is taken, and
/// "-wal", "-shm" behind) and returns the new path, or the system's words. Never overwrites.
[[nodiscard]] Result<QString, SqlFailure> setAside(const QString &path, const QDateTime &now);
/// Renames the file with its side files so that \a why and \a now stand in the name; returns the
/// new one.
[[nodiscard]] Result<QString, SqlFailure> keepAs(const QString &path, const QString &why,
                                                 const QDateTime &now);

/// What SQLite's refusal means for the user; looks at the folder where the code alone does not
/// tell.
[[nodiscard]] StorageProblem problemFor(const SqlFailure &failure, const QString &path);

} // namespace outlet
