// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// A large button with two lines and a chevron.
AbstractButton {
    id: control

    property bool primary: false
    property string iconName
    property string description

    readonly property color ink: primary ? Theme.accentInk : Theme.text

    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    implicitHeight: Math.max(66, words.implicitHeight + 26)
    implicitWidth: 320
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()
    Accessible.name: text
    Accessible.description: description

    background: Rectangle {
        radius: Theme.radiusTile
        color: control.primary ? Theme.accent : Theme.surface
        border.width: control.primary ? 0 : 1
        border.color: Theme.outlineStrong
        HoverTint {
            radius: parent.radius
            hovered: control.hovered
            pressed: control.down
        }
        FocusRing {
            visible: control.visualFocus
            cornerRadius: parent.radius
        }
    }
    contentItem: Item {
        Icon {
            x: Theme.s16
            anchors.verticalCenter: parent.verticalCenter
            name: control.iconName
            color: control.ink
            size: 24
        }
        Column {
            id: words
            x: 56
            width: parent.width - x - 48
            anchors.verticalCenter: parent.verticalCenter
            LabelText {
                width: parent.width
                text: control.text
                color: control.ink
                wrapMode: Text.Wrap
            }
            SmallText {
                width: parent.width
                text: control.description
                color: control.primary ? Theme.accentInk : Theme.text2
                wrapMode: Text.Wrap
            }
        }
        Icon {
            anchors.right: parent.right
            anchors.rightMargin: Theme.s16
            anchors.verticalCenter: parent.verticalCenter
            name: "forward"
            color: control.ink
            size: 20
            mirror: control.mirrored
        }
    }
}
