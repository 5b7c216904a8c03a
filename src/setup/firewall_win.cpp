// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QSettings>

#include "setup/firewall.h"

namespace outlet {

QList<Firewall> activeFirewalls(const QString &)
{
    const QString policy =
        QStringLiteral("HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\"
                       "Parameters\\FirewallPolicy\\");
    // StandardProfile is what Windows calls private networks here.
    for (const QString &profile :
         {QStringLiteral("StandardProfile"), QStringLiteral("PublicProfile")}) {
        const QSettings settings(policy + profile, QSettings::NativeFormat);
        if (settings.value(QStringLiteral("EnableFirewall")).toInt() != 0)
            return {Firewall::Windows};
    }
    return {};
}

QList<Firewall> usualFirewalls()
{
    return {Firewall::Windows};
}

} // namespace outlet
