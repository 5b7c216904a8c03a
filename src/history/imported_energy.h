// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>

#include "base/local_calendar.h"
#include "storage/sql_connection.h"

namespace outlet {

/// Longer rows of a file are not taken: a month with its clock change, and some room.
inline constexpr qint64 kLongestImportMs = qint64(32) * 24 * 3'600'000;

/// Rows longer than this have an index of their own, `imported_long`.
inline constexpr qint64 kShortImportMs = 3'600'000;

/// What became of an import; stands in the column `state` of the table `import`.
enum class ImportState { BeingWritten = 0, Counts = 1, TakenBack = 2 };

/// A row of a file, which lies on top of what was measured.
struct ImportedEnergy
{
    TimeRange range;
    qint64 joules = 0;
    qint64 knownMs = 0; ///< of the range; the file said that the rest is missing
    friend bool operator==(const ImportedEnergy &, const ImportedEnergy &) = default;
};

/// The imported rows of an outlet that count and touch \a range, ascending by start, then length:
/// of those for the same time only the latest import's. Takes as long as these rows are many, and
/// those of a month before it that are longer than an hour.
[[nodiscard]] Result<QList<ImportedEnergy>, SqlFailure>
importedEnergy(const SqlConnection &connection, int key, TimeRange range);

} // namespace outlet
