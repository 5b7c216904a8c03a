// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QVariant>
#include <optional>

#include "storage/changes.h"
#include "storage/sql_connection.h"

namespace outlet {

/// The value as a setting's row can hold it (QString, qint64, finite double or bool); empty when it
/// can't.
[[nodiscard]] std::optional<QVariant> storableSetting(const QVariant &value);

/// Writes all changes with the connection's statements; the caller owns the transaction.
[[nodiscard]] SqlOutcome writeChanges(SqlConnection &connection, const Changes &changes);

} // namespace outlet
