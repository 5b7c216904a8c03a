// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "setup/firewall.h"

namespace outlet {

QList<Firewall> activeFirewalls(const QString &)
{
    return {};
}

QList<Firewall> usualFirewalls()
{
    return {};
}

} // namespace outlet
