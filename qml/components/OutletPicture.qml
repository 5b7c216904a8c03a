// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// A drawing of an outlet, `size` high: for pages that have nothing else to show.
Item {
    id: picture

    property real size: 152
    readonly property real unit: size / 152

    implicitWidth: 110 * unit
    implicitHeight: size
    Accessible.ignored: true

    Rectangle { // button at the side
        x: 98 * picture.unit
        y: 42 * picture.unit
        width: 12 * picture.unit
        height: 32 * picture.unit
        radius: 4 * picture.unit
        color: Theme.outlineStrong
    }
    Rectangle {
        width: 103 * picture.unit
        height: parent.height
        radius: 30 * picture.unit
        color: Theme.surface
        border.width: Math.max(1, 2 * picture.unit)
        border.color: Theme.outlineStrong

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            y: 18 * picture.unit
            width: 10 * picture.unit
            height: width
            radius: width / 2
            color: Theme.outlineStrong
        }
        Rectangle { // face
            anchors.horizontalCenter: parent.horizontalCenter
            y: 44 * picture.unit
            width: 82 * picture.unit
            height: width
            radius: width / 2
            color: Theme.inset
            border.width: Math.max(1, 1.5 * picture.unit)
            border.color: Theme.outline

            Rectangle {
                x: 25 * picture.unit
                y: 22 * picture.unit
                width: 6.5 * picture.unit
                height: 20 * picture.unit
                radius: width / 2
                color: Theme.text2
            }
            Rectangle {
                x: 50.5 * picture.unit
                y: 22 * picture.unit
                width: 6.5 * picture.unit
                height: 20 * picture.unit
                radius: width / 2
                color: Theme.text2
            }
            Item { // ground: round above, straight below
                anchors.horizontalCenter: parent.horizontalCenter
                y: 57 * picture.unit
                width: 14.5 * picture.unit
                height: 11 * picture.unit
                clip: true
                Rectangle {
                    width: parent.width
                    height: parent.height + radius
                    radius: parent.width / 2
                    color: Theme.text2
                }
            }
        }
    }
}
