// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/panel_theme.h"

#include <QtCore/QString>
#include <QtCore/QtGlobal>

namespace outlet {

bool isPanelDark(bool systemDark)
{
    // GNOME's and Unity's top bars are dark whatever the windows are.
    const QString desktop = qEnvironmentVariable("XDG_CURRENT_DESKTOP");
    return systemDark || desktop.contains(QStringLiteral("GNOME")) ||
           desktop.contains(QStringLiteral("Unity"));
}

} // namespace outlet
