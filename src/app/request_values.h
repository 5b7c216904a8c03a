// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

#include "base/local_calendar.h"
#include "base/result.h"
#include "control/control_message.h"

namespace outlet {

class OutletRegistry;

/// The ids that the argument "outlet" of a request means: one outlet, or with "all" every known
/// one; simulated ones only where there are no others.
[[nodiscard]] Result<QStringList, control::Error> outletsOfRequest(const OutletRegistry &registry,
                                                                   const QString &who);

/// The range that "from" and "to" mean, dates or times; a date as the end means that day, too. What
/// is missing is the beginning of today, and now. The error is a sentence.
[[nodiscard]] Result<TimeRange, QString>
rangeOfRequest(const QJsonObject &arguments, const LocalCalendar &calendar, qint64 nowUtcMs);

} // namespace outlet
