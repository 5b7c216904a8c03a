// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// A drawing of an outlet, `size` high: for pages that have nothing else to show.
Item {
    id: picture

    property real size: 152
    /// The light above the socket, and whether it blinks.
    property color light: Theme.outlineStrong
    property bool isBlinking: false
    /// Points at the button that has to be held.
    property bool isButtonMarked: false
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
        color: picture.isButtonMarked ? Theme.info : Theme.outlineStrong
    }
    Icon {
        visible: picture.isButtonMarked
        x: 116 * picture.unit
        y: 58 * picture.unit - height / 2
        name: "back"
        color: Theme.info
        size: Math.round(22 * picture.unit)
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
            color: picture.light
        }
        Repeater { // rays of a light that blinks
            model: picture.isBlinking ? 3 : 0
            Rectangle {
                id: ray
                required property int index
                x: parent.width / 2 - width / 2
                y: 7 * picture.unit
                width: 2 * picture.unit
                height: 6 * picture.unit
                radius: width / 2
                color: picture.light
                transform: Rotation {
                    origin.x: picture.unit
                    origin.y: 16 * picture.unit
                    angle: (ray.index - 1) * 50
                }
            }
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
