// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/panel_theme.h"

#include <QtCore/QSettings>

namespace outlet {

bool isPanelDark(bool systemDark)
{
    // The task bar has a theme of its own beside that of windows.
    const QSettings personalize(QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows"
                                               "\\CurrentVersion\\Themes\\Personalize"),
                                QSettings::NativeFormat);
    const QVariant light = personalize.value(QStringLiteral("SystemUsesLightTheme"));
    return light.isValid() ? light.toInt() == 0 : systemDark;
}

} // namespace outlet
