// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// A slim scroll bar in the theme's colours, seen only where there is something to scroll.
ScrollBar {
    id: bar

    policy: size < 1 ? ScrollBar.AsNeeded : ScrollBar.AlwaysOff
    padding: 2
    contentItem: Rectangle {
        implicitWidth: bar.horizontal ? 32 : 6
        implicitHeight: bar.horizontal ? 6 : 32
        radius: 3
        color: Theme.outlineStrong
        opacity: bar.pressed ? 1 : bar.hovered ? 0.8 : bar.active ? 0.55 : 0.3
    }
}
