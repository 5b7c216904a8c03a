// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QString>

namespace outlet {

/// `energy` as an aligned table with a line of totals; "-" for what is unknown. \a answer is the
/// verb's: rows, missingSeconds (up to now, by row) and currency.
[[nodiscard]] QString energyTable(const QJsonObject &answer);

/// `energy --csv`: a head and a line for each row; empty = unknown. Names are quoted, and ones that
/// a spreadsheet would take for a formula get an apostrophe before them.
[[nodiscard]] QString energyCsv(const QJsonObject &answer);

/// `tariff` as lines.
[[nodiscard]] QString tariffText(const QJsonObject &tariff);

} // namespace outlet
