// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <optional>

#include "history/raw_rows.h"

namespace outlet {

/// Milliseconds of an hour and a day of UTC; and the number of the hour or day an instant lies in.
inline constexpr qint64 kHourMs = 3'600'000;
inline constexpr qint64 kDayMs = 86'400'000;
[[nodiscard]] constexpr qint64 floorDivide(qint64 value, qint64 by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}
[[nodiscard]] constexpr qint64 hourOf(qint64 utcMs)
{
    return floorDivide(utcMs, kHourMs);
}
[[nodiscard]] constexpr qint64 dayOf(qint64 utcMs)
{
    return floorDivide(utcMs, kDayMs);
}
/// The hour that a report belongs to: the one in which it was measured last.
[[nodiscard]] constexpr qint64 hourOf(const RawReport &report)
{
    return hourOf(report.endUtcMs - 1);
}

/// The format that packRawHour() writes; stands beside each blob.
inline constexpr int kRawHourFormat = 1;

/// Packs the rows of one UTC hour, each list ascending by time; about four bytes a reading. The
/// same rows always give the same bytes.
[[nodiscard]] QByteArray packRawHour(qint64 hour, const RawRows &rows);

/// Exactly the rows that were packed. Empty when the bytes are damaged or of an unknown format.
[[nodiscard]] std::optional<RawRows> unpackRawHour(qint64 hour, int format, QByteArrayView bytes);

} // namespace outlet
