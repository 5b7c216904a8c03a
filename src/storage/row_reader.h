// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QVariant>
#include <optional>

#include "outlets/outlet_record.h"
#include "storage/sql_connection.h"
#include "storage/stored_state.h"

namespace outlet {

/// The record in the query's current row, whose columns are found by name: one that is missing (an
/// older file) or holds nonsense gives the default. Empty without an id.
[[nodiscard]] std::optional<OutletRecord> outletFromRow(const QSqlQuery &query);
/// Key and value in the query's current row; empty when they are unusable.
[[nodiscard]] std::optional<std::pair<QString, QVariant>> settingFromRow(const QSqlQuery &query);

/// Reads everything; stops at the first failure.
[[nodiscard]] Result<StoredState, SqlFailure> readState(const SqlConnection &connection);

} // namespace outlet
