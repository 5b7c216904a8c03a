// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

namespace outlet {

/// A text as a cell of CSV, in quotes. One that a spreadsheet would take for a formula (it begins
/// with = + - @, a tab or a line end) gets an apostrophe before it, so that it stays text there.
[[nodiscard]] QString csvTextCell(const QString &text);

/// Takes the apostrophe away again that csvTextCell() put before \a text.
[[nodiscard]] QString withoutCsvGuard(const QString &text);

/// Whether a spreadsheet would take a cell with this text for a formula.
[[nodiscard]] bool isFormulaCell(QStringView text);

} // namespace outlet
