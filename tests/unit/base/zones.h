// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QTimeZone>

namespace outlet {

/// The zone of Nepal, UTC + 5:45. Qt's list for Windows has it under its older name alone.
inline const char *nepalZone()
{
    return QTimeZone("Asia/Kathmandu").isValid() ? "Asia/Kathmandu" : "Asia/Katmandu";
}

/// Whether this system knows what zones did long ago (Nepal's clocks before 1986) or in a single
/// year (Samoa's left-out day). Windows has only rules for the last years.
inline bool systemKnowsOldZones()
{
    return QTimeZone(nepalZone()).offsetFromUtc(QDateTime::fromMSecsSinceEpoch(0)) ==
           (5 * 60 + 30) * 60;
}

} // namespace outlet
