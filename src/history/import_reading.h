// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "history/export_plan.h"
#include "history/import_columns.h"
#include "history/import_stage.h"

namespace outlet {

/// A row that can't be read, and why.
struct ImportFault
{
    qint64 line = 0;
    qint64 lastLine = 0;
    QString reason; ///< a sentence
};

/// What a file holds, as it was read into a stage.
struct ImportReading
{
    struct Name
    {
        QString name;
        QString outletId; ///< where the file names it
        qint64 rows = 0;
    };
    /// A row to show: one of the first, or the first without data.
    struct Shown
    {
        qint64 line = 0;
        qsizetype name = 0;
        QString time;
        std::optional<double> kwh; ///< empty = no data
    };
    enum class Step { Fixed, Day, Month };

    QList<Name> names; ///< in the order of their first row
    qint64 rows = 0;   ///< that can be read, those without data included
    qint64 gaps = 0;   ///< without data
    QList<Shown> shown;
    qint64 faultCount = 0;
    QList<ImportFault> faults; ///< the first thousand
    /// How long rows are, most of them; what counts for those that do not say it.
    Step step = Step::Fixed;
    qint64 stepMs = 0;
    bool hasZone = true; ///< every time names its offset
};

/// Names of outlets in a file beyond this are refused: it is another column.
inline constexpr qsizetype kMostImportNames = 500;
inline constexpr qsizetype kMostShownFaults = 1000;

/// Reads the whole file into the stage. Memory does not grow with the file. The error is a sentence
/// (an empty one after a cancel). \a progress counts bytes.
[[nodiscard]] Result<ImportReading, QString>
readImport(ImportFile &file, const ImportColumns &columns, const LocalCalendar &calendar,
           qint64 nowUtcMs, const ImportStage &stage, TransferProgress &progress);

} // namespace outlet
