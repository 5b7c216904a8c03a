// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// A checkbox with words and, if set, a second line of `description`.
CheckBox {
    id: control

    property string description

    hoverEnabled: true
    padding: 0
    spacing: Theme.s12
    implicitHeight: Math.max(Theme.hitSize, words.implicitHeight + Theme.s8)
    implicitWidth: text.length > 0 ? 20 + spacing + words.implicitWidth : Theme.hitSize
    Accessible.name: text
    Accessible.description: description

    indicator: Rectangle {
        x: control.text.length === 0 ? (control.width - width) / 2
            : control.mirrored ? control.width - width : 0
        anchors.verticalCenter: parent.verticalCenter
        implicitWidth: 20
        implicitHeight: 20
        radius: 6
        opacity: control.enabled ? 1 : Theme.offlineOpacity
        color: control.checkState === Qt.Unchecked ? Theme.surface : Theme.accent
        border.width: control.checkState === Qt.Unchecked ? 2 : 0
        border.color: Theme.outlineStrong
        Icon {
            anchors.centerIn: parent
            visible: control.checkState === Qt.Checked
            name: "check"
            size: 16
            color: Theme.accentInk
        }
        Rectangle {
            anchors.centerIn: parent
            visible: control.checkState === Qt.PartiallyChecked
            width: 10
            height: 2
            radius: 1
            color: Theme.accentInk
        }
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
    contentItem: OptionWords {
        id: words
        side: 20 + control.spacing
        text: control.text
        description: control.description
    }
}
