// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "base/local_calendar.h"
#include "history/month_pack.h"
#include "storage/sql_connection.h"

namespace outlet {

/// Days long past once more, by hours, four months of an outlet in one row of `rollup_hours`: what
/// a question over years reads is a quarter of the quarter hours, from a tenth of the places.
/// Follows from rollup_month alone and stands for it: whoever changes a month forgets its span, in
/// the same transaction, and it is made anew. All on the connection's thread.
inline constexpr qint64 kDaysOfSpan = 4 * kDaysOfMonth;

/// Makes the oldest span of \a key that is over and lacks; false when none does. Within no
/// transaction, and when the months that are over are packed.
[[nodiscard]] Result<bool, SqlFailure> makeHourSpan(SqlConnection &connection, int key,
                                                    qint64 nowUtcMs);

/// To be called inside the transaction that changes this month of rollup_month.
[[nodiscard]] SqlOutcome forgetHourSpan(SqlConnection &connection, int key, qint64 month);

/// What spans within \a first to \a last, both included, say.
struct HourSpans
{
    QList<qint64> firstDays; ///< of the spans that are there, ascending
    PackedDays days;         ///< theirs, by hours
};
[[nodiscard]] Result<HourSpans, SqlFailure> hourSpans(const SqlConnection &connection, int key,
                                                      qint64 first, qint64 last);

} // namespace outlet
