// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>

#include "history/import_reading.h"

namespace outlet {

/// What happens to a row of a file.
enum class ImportResult {
    New,
    AlreadyHere, ///< the same time of the same outlet was imported before
    Replaces,    ///< likewise, and it takes its place
    Measured,    ///< Outlet itself measured that time: what was measured stays
    FinerHere,   ///< something finer is here, or in the same file: that stays
    Repeated,    ///< the file has the same row twice
    LeftOut,     ///< its name is not imported
    Gap,         ///< it has no data
};

/// To which outlet each name goes, and what happens to rows that are here.
struct ImportChoice
{
    QStringList outletIds; ///< by the index of the name; empty = don't import
    bool replaces = false;
};

/// What an import would do.
struct ImportSorted
{
    qint64 newRows = 0;
    qint64 alreadyHere = 0; ///< imported before: skipped, or replaced when that was chosen
    qint64 measured = 0;
    qint64 finerHere = 0;
    qint64 repeated = 0;
    qint64 leftOut = 0;
    bool replaces = false;
    QList<ImportResult> shown; ///< of ImportReading::shown, one for one
    qint64 faultCount = 0;     ///< more rows that can't be true
    QList<ImportFault> faults;

    /// How many rows would be written.
    [[nodiscard]] qint64 toWrite() const { return newRows + (replaces ? alreadyHere : 0); }
    /// How many are skipped because something is here already.
    [[nodiscard]] qint64 skipped() const
    {
        return measured + finerHere + repeated + (replaces ? 0 : alreadyHere);
    }
};

/// Compares what was read into \a stage with what the history has (through \a connection, a reading
/// one) and sets aside what is to be written. Can be done again with another choice. The error is a
/// sentence (an empty one after a cancel). \a progress counts rows.
[[nodiscard]] Result<ImportSorted, QString>
sortImport(SqlConnection &connection, const ImportStage &stage, const ImportReading &reading,
           const ImportChoice &choice, const LocalCalendar &calendar, qint64 nowUtcMs,
           TransferProgress &progress);

} // namespace outlet
