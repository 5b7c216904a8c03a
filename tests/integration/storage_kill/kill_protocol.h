// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

namespace outlet::test {

/// What the killed process and the one that looks after it agree on.
constexpr int kKillOutlets = 20;

/// The outlet that change number \a change renames.
inline QString killOutletId(int change)
{
    return QStringLiteral("outlet-%1").arg(change % kKillOutlets, 2, 10, QLatin1Char('0'));
}

/// The setting that holds the number of the last change.
inline QString killSettingKey()
{
    return QStringLiteral("lastChange");
}

} // namespace outlet::test
