// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/request_values.h"

#include "app/demo.h"
#include "base/logging.h"
#include "outlets/outlet_registry.h"

namespace outlet {

using control::Error;
using control::ErrorCode;

Result<QStringList, Error> outletsOfRequest(const OutletRegistry &registry, const QString &who)
{
    if (who == QLatin1StringView("all")) {
        QStringList ids;
        QStringList real;
        for (const Outlet *outlet : registry.outlets()) {
            if (!outlet->isKnown())
                continue;
            ids.append(outlet->id());
            if (!Demo::isSimulatedId(outlet->id()))
                real.append(outlet->id());
        }
        return real.isEmpty() ? ids : real;
    }
    const auto found = registry.lookUp(who);
    if (!found)
        return Error{found.error() == LookupError::Ambiguous ? ErrorCode::AmbiguousOutlet
                                                             : ErrorCode::NoSuchOutlet,
                     QStringLiteral("\"%1\" is not the id or name of exactly one outlet; "
                                    "outletctl list shows them all.")
                         .arg(escapedForLog(who, 80))};
    return QStringList{(*found)->id()};
}

Result<TimeRange, QString> rangeOfRequest(const QJsonObject &arguments,
                                          const LocalCalendar &calendar, qint64 nowUtcMs)
{
    TimeRange range{calendar.dayStartUtcMs(calendar.date(nowUtcMs)), nowUtcMs};
    for (const bool isFrom : {true, false}) {
        const QString key = isFrom ? QStringLiteral("from") : QStringLiteral("to");
        const QString text = arguments.value(key).toString().trimmed();
        if (text.isEmpty())
            continue;
        auto instant = calendar.instantFromText(text);
        if (!instant)
            return QStringLiteral("--%1 takes a date such as 2025-10-01, or a time such as "
                                  "2025-10-01T06:00.")
                .arg(key);
        // A date as the end means that day, too.
        if (!isFrom && text.size() == 10)
            instant = calendar.day(calendar.date(*instant)).endUtcMs;
        (isFrom ? range.startUtcMs : range.endUtcMs) = *instant;
    }
    if (range.isEmpty())
        return QStringLiteral("The time ends before it begins: --to lies before --from.");
    return range;
}

} // namespace outlet
