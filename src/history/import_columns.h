// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <optional>

#include "base/result.h"
#include "history/import_file.h"
#include "history/import_values.h"

namespace outlet {

/// Which column of a file is what, as its index; -1 = none.
struct ImportColumns
{
    enum class Unit { Joules, WattHours, KilowattHours };
    int time = -1;
    int outlet = -1;   ///< -1: all rows are of one outlet
    int outletId = -1; ///< our own files name the id, too
    int energy = -1;
    int seconds = -1; ///< how long a row is; -1: until the next one
    int known = -1;   ///< seconds of it that are known; -1: all
    Unit unit = Unit::KilowattHours;
    /// The column is the reading of a meter, which only grows; otherwise the energy of the row.
    bool isCumulative = false;
    DateOrder dates = DateOrder::DayFirst;
    friend bool operator==(const ImportColumns &, const ImportColumns &) = default;
};

/// What the head and the first rows suggest. -1 stays where nothing does.
[[nodiscard]] ImportColumns guessColumns(const ImportFile &file);

/// Whether the file is one that Outlet wrote.
[[nodiscard]] bool isOutletFile(const ImportFile &file);

/// What a choice by names and words (of the command line) means, on top of a guess; empty texts
/// leave the guess. The error is a sentence.
struct ImportColumnNames
{
    QString time;
    QString outlet;
    QString energy;
    QString unit; ///< "kWh", "Wh" or "J"
    std::optional<bool> isCumulative;
};
[[nodiscard]] Result<ImportColumns, QString> chooseColumns(const ImportFile &file,
                                                           const ImportColumnNames &names);

/// What is missing for an import, as a sentence; empty = nothing.
[[nodiscard]] QString columnFault(const ImportColumns &columns);

} // namespace outlet
