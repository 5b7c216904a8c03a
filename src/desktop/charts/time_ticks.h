// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QList>
#include <QtCore/QString>

#include "base/local_calendar.h"

namespace outlet {

/// A label of the time axis.
struct TimeTick
{
    double position = 0; ///< 0 = the earliest time, 1 = the latest
    QString label;
};

/// Where a time axis has its labels, and what they say.
class TimeTicks
{
    Q_DECLARE_TR_FUNCTIONS(outlet::TimeTicks)
public:
    /// The labels of a curve that ends now: "−5 min", "−4" ... "now", on round steps, at least 5
    /// unless \a most is less; never more than \a most.
    [[nodiscard]] static QList<TimeTick> live(int spanSeconds, int most = 13);
    /// The labels of a stretch of time, on round local times: the finest step that needs no more
    /// than \a most labels. Where the clock changes, their places show it: 23 or 25 hours a day.
    [[nodiscard]] static QList<TimeTick> of(const TimeRange &range, int most,
                                            const LocalCalendar &calendar);
    /// A time of day with seconds, in the locale's writing: "5:41:20 PM".
    [[nodiscard]] static QString clock(QTime time);
};

} // namespace outlet
