// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// A mark of the link strip's legend: 0 solid = online, 1 hatched = silent, 2 dots = offline.
Rectangle {
    id: root

    required property int kind

    width: 16
    height: 8
    radius: 4
    clip: true
    color: kind === 0 ? Theme.accent : Theme.inset
    Repeater {
        model: root.kind === 0 ? 0 : 3
        Rectangle {
            required property int index
            x: root.kind === 1 ? 1 + index * 5 : 2 + index * 5
            anchors.verticalCenter: parent.verticalCenter
            width: root.kind === 1 ? 2 : 3
            height: root.kind === 1 ? 14 : 2
            rotation: root.kind === 1 ? 40 : 0
            color: Theme.text2
        }
    }
}
