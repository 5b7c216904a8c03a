// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// The edge and ground of a field: 1 px, 2 px accent with focus, 2 px danger with an error.
Rectangle {
    property bool focused: false
    property bool failed: false

    radius: Theme.radiusControl
    color: enabled ? Theme.surface : Theme.inset
    border.width: focused || failed ? 2 : 1
    border.color: failed ? Theme.danger : focused ? Theme.accent : enabled ? Theme.outlineStrong : Theme.outline
}
