// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "base/local_calendar.h"
#include "history/raw_rows.h"
#include "history/row_editor.h"

namespace outlet {

/// Opens what is sealed of this outlet again where a change in \a range may touch it: sealed hours
/// become rows, days that were added up are forgotten and will be added up anew. To be called
/// inside the transaction that makes the change, before it.
[[nodiscard]] SqlOutcome unseal(SqlConnection &connection, int key, TimeRange range);

/// Has these days, both included, added up anew, as far as the rows for that are there.
void forgetAddedUp(RowEditor &editor, int key, qint64 firstDay, qint64 lastDay);

/// Reports as rows of reportTable(); when they arrived is not kept in a sealed hour.
[[nodiscard]] QList<RowEditor::Row> openRows(const QList<RawReport> &reports);

/// Writes all of these as open rows of an outlet.
void insertOpen(RowEditor &editor, const RawRows &rows, int key);

} // namespace outlet
