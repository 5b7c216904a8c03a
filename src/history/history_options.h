// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QtGlobal>
#include <chrono>

namespace outlet {

/// How long what is kept; hours and days stay for ever unless \a rollupDays says otherwise.
struct HistoryRetention
{
    int rawDays = 90;     ///< reports, readings, states as they came; at least 2
    int minuteDays = 730; ///< one row a minute
    int rollupDays = 0;   ///< quarter hours and days; 0 = for ever
    friend bool operator==(const HistoryRetention &, const HistoryRetention &) = default;
};

/// Surroundings of a History.
struct HistoryOptions
{
    HistoryRetention retention;
    /// Gathers what is recorded for so long before it is written: less than the second that a
    /// killed process may cost.
    std::chrono::milliseconds gather{250};
    /// Entries that may wait for the disk (about 60 bytes each).
    qsizetype queueLimit = 2'000'000;
    /// Packs what is over and drops what need not be kept. Without it everything stays as rows, for
    /// tests that look at them.
    bool tidiesUp = true;
};

} // namespace outlet
