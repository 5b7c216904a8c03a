// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>
#include <optional>

#include "base/local_calendar.h"
#include "base/result.h"

namespace outlet {

/// In which order a file writes days and months when the year does not come first.
enum class DateOrder { DayFirst, MonthFirst };

/// A time as a file has it.
struct ImportTime
{
    qint64 utcMs = 0;
    enum class Precision { Instant, Day, Month } precision = Precision::Instant;
};

/// Reads ISO 8601 (with T or a blank), 1.10.2025, 10/1/2025 with or without a time of day (am and
/// pm, too), 2025-10, seconds or milliseconds since 1970. Local time where no offset stands there.
[[nodiscard]] std::optional<ImportTime> importTime(const QString &text, DateOrder order,
                                                   const LocalCalendar &calendar);

/// Whether \a text can only be read day first, month first, or either way (empty).
[[nodiscard]] std::optional<DateOrder> dateOrderOf(const QString &text);

/// Reads a number, with the decimal mark of the file and without its thousands; the error is a
/// sentence that names \a column and what stands there.
[[nodiscard]] Result<double, QString> importNumber(const QString &text, bool isDecimalComma,
                                                   const QString &column);

} // namespace outlet
