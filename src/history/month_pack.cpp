// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "history/month_pack.h"

#include "history/packed.h"

namespace outlet {

QByteArray packMonth(qint64 month, const PackedDays &days)
{
    PackedWriter out;
    for (const auto &[day, packed] : days) {
        out.putByte(static_cast<quint8>(day - month * kDaysOfMonth));
        out.putUnsigned(static_cast<quint64>(packed.format));
        out.putBytes(packed.quarters);
    }
    return out.take();
}

std::optional<PackedDays> unpackMonth(qint64 month, int format, QByteArrayView bytes)
{
    if (format != kMonthFormat)
        return std::nullopt;
    PackedReader in(bytes);
    PackedDays days;
    qint64 last = -1;
    while (!in.atEnd()) {
        const qint64 index = in.byte();
        PackedDay day;
        day.format = static_cast<int>(in.takeUnsigned() & 0xff);
        day.quarters = in.takeBytes().toByteArray();
        if (in.failed() || index <= last || index >= kDaysOfMonth)
            return std::nullopt;
        last = index;
        days.emplace(month * kDaysOfMonth + index, std::move(day));
    }
    return days;
}

} // namespace outlet
