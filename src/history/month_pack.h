// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <map>
#include <optional>

namespace outlet {

/// The format that packMonth() writes; stands beside each blob.
inline constexpr int kMonthFormat = 1;

/// A day's quarter hours (or, in a span, hours) as packBuckets() wrote them.
struct PackedDay
{
    int format = 0;
    QByteArray quarters;
    friend bool operator==(const PackedDay &, const PackedDay &) = default;
};

/// Days by their number since the epoch.
using PackedDays = std::map<qint64, PackedDay>;

/// Months are runs of 32 days since the epoch: what they are good for is that the days of one
/// outlet lie together in the file, so that a year is read from a dozen places instead of hundreds.
inline constexpr qint64 kDaysOfMonth = 32;
[[nodiscard]] constexpr qint64 monthOf(qint64 day)
{
    return day / kDaysOfMonth - (day % kDaysOfMonth < 0 ? 1 : 0);
}

/// Puts days of \a month together; the same days always give the same bytes.
[[nodiscard]] QByteArray packMonth(qint64 month, const PackedDays &days);

/// Takes them apart again. Empty when the bytes are damaged or of an unknown format.
[[nodiscard]] std::optional<PackedDays> unpackMonth(qint64 month, int format, QByteArrayView bytes);

/// The same for any run of up to 256 days from \a firstDay on.
[[nodiscard]] QByteArray packDays(qint64 firstDay, const PackedDays &days);
[[nodiscard]] std::optional<PackedDays> unpackDays(qint64 firstDay, qint64 count,
                                                   QByteArrayView bytes);

} // namespace outlet
