// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// The veil over a control while the pointer is on it (6 %) or presses it (12 %).
Rectangle {
    property bool hovered: false
    property bool pressed: false

    anchors.fill: parent
    color: Theme.text
    opacity: pressed ? Theme.pressOverlay : hovered ? Theme.hoverOverlay : 0
    Behavior on opacity {
        NumberAnimation {
            duration: Theme.hoverTime
        }
    }
}
