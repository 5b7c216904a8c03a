// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "history/energy_query.h"
#include "history/month_pack.h"
#include "storage/sql_connection.h"

namespace outlet {

// Days that were added up, as single rows of rollup_day and packed in rollup_month. All of it is to
// be called on the writing thread, what changes rows inside a transaction.

/// Writes a day by its sum and its packed quarter hours, in the place of one that is there.
[[nodiscard]] SqlOutcome insertDay(SqlConnection &connection, int key, qint64 day,
                                   const EnergyBucket &whole, int format,
                                   const QByteArray &quarters);

/// The packed days of a month; none when it is not packed, or can't be read.
[[nodiscard]] Result<PackedDays, SqlFailure> packedMonth(const SqlConnection &connection, int key,
                                                         qint64 month);

/// Makes single days of a packed month again; nothing when it is not packed.
[[nodiscard]] SqlOutcome takeMonthApart(SqlConnection &connection, int key, qint64 month);

/// The same of every packed month of this outlet that has a day of these, both included, for who
/// works on days.
[[nodiscard]] SqlOutcome takeMonthsOfDaysApart(SqlConnection &connection, int key, qint64 firstDay,
                                               qint64 lastDay);

} // namespace outlet
