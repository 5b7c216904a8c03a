// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/month_pack.h"

#include "history/packed.h"

namespace outlet {

QByteArray packMonth(qint64 month, const PackedDays &days)
{
    return packDays(month * kDaysOfMonth, days);
}

std::optional<PackedDays> unpackMonth(qint64 month, int format, QByteArrayView bytes)
{
    if (format != kMonthFormat)
        return std::nullopt;
    return unpackDays(month * kDaysOfMonth, kDaysOfMonth, bytes);
}

QByteArray packDays(qint64 firstDay, const PackedDays &days)
{
    PackedWriter out;
    for (const auto &[day, packed] : days) {
        out.putByte(static_cast<quint8>(day - firstDay));
        out.putUnsigned(static_cast<quint64>(packed.format));
        out.putBytes(packed.quarters);
    }
    return out.take();
}

std::optional<PackedDays> unpackDays(qint64 firstDay, qint64 count, QByteArrayView bytes)
{
    PackedReader in(bytes);
    PackedDays days;
    qint64 last = -1;
    while (!in.atEnd()) {
        const qint64 index = in.byte();
        PackedDay day;
        day.format = static_cast<int>(in.takeUnsigned() & 0xff);
        day.quarters = in.takeBytes().toByteArray();
        if (in.failed() || index <= last || index >= count)
            return std::nullopt;
        last = index;
        days.emplace(firstDay + index, std::move(day));
    }
    return days;
}

} // namespace outlet
