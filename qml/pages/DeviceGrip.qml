// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// The six dots that a row is dragged by.
Item {
    id: root

    /// While dragging: where the pointer is, in the row's coordinates.
    signal dragged(real y)
    signal dropped()

    Icon {
        anchors.centerIn: parent
        anchors.horizontalCenterOffset: Theme.s4
        visible: root.enabled
        name: "grip"
        size: 18
    }
    MouseArea {
        anchors.fill: parent
        cursorShape: pressed ? Qt.ClosedHandCursor : Qt.OpenHandCursor
        preventStealing: true
        onPositionChanged: mouse => root.dragged(mouse.y)
        onReleased: root.dropped()
        onCanceled: root.dropped()
    }
    Accessible.ignored: true
}
