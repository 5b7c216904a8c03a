// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QString>
#include <optional>

namespace outlet {

/// A price as people type it, in ten-thousandths of the currency's unit: digits with at most four
/// decimals after a point, a comma or \a locale's mark. Empty when it is not one, or more than
/// kMostPriceE4. Grouped thousands are not read: whether "1,234" is a decimal could not be told.
[[nodiscard]] std::optional<int> priceE4FromText(QStringView text,
                                                 const QLocale &locale = QLocale::c());

/// "0.2412", "0.30": at least two decimals, at most four, with \a locale's mark.
[[nodiscard]] QString priceText(int priceE4, const QLocale &locale = QLocale::c());

} // namespace outlet
