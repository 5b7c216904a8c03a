// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <atomic>
#include <optional>

#include "storage/sql_connection.h"

namespace outlet {

/// Looks at the structure of every table; says what is broken, in SQLite's words. Empty too when
/// \a isCancelled became true, or when the file can't be read for another reason than damage.
/// Blocks for as long as it takes to read the file.
[[nodiscard]] std::optional<QString> findDamage(SqlConnection &connection,
                                                const std::atomic<bool> &isCancelled);

/// Whether the packed blob that a table has for this hour, day or month can be read.
[[nodiscard]] bool isSoundBlob(const QString &table, qint64 place, int format,
                               const QByteArray &data);

} // namespace outlet
