// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "base/local_calendar.h"
#include "storage/sql_connection.h"

namespace outlet {

/// Opens what is sealed of this outlet again where a change in \a range may touch it: sealed hours
/// become rows, days that were added up are forgotten and will be added up anew. To be called
/// inside the transaction that makes the change, before it.
[[nodiscard]] SqlOutcome unseal(SqlConnection &connection, int key, TimeRange range);

} // namespace outlet
