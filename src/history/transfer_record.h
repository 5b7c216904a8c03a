// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QStringList>

namespace outlet {

/// One row of a file: its cells, or why it can't be read.
struct TransferRecord
{
    qint64 line = 0;     ///< where it begins, from 1
    qint64 lastLine = 0; ///< where it ends
    QStringList cells;
    QString fault; ///< a sentence without its line; empty = none
};

/// More characters than this in one row are not read: nothing that is energy is so long.
inline constexpr qsizetype kLongestRecord = 64 * 1024;
/// More cells than this in one row are not read.
inline constexpr qsizetype kMostCells = 256;

} // namespace outlet
