// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// A radio button with words and, if set, a second line of `description`.
RadioButton {
    id: control

    property string description

    hoverEnabled: true
    padding: 0
    spacing: Theme.s12
    implicitHeight: Math.max(Theme.hitSize, words.implicitHeight + Theme.s8)
    implicitWidth: 22 + spacing + words.implicitWidth
    Accessible.name: text
    Accessible.description: description

    indicator: Rectangle {
        x: control.mirrored ? control.width - width : 0
        anchors.verticalCenter: parent.verticalCenter
        implicitWidth: 22
        implicitHeight: 22
        radius: 11
        opacity: control.enabled ? 1 : Theme.offlineOpacity
        color: Theme.surface
        border.width: 2
        border.color: control.checked ? Theme.accent : Theme.outlineStrong
        Rectangle {
            anchors.centerIn: parent
            visible: control.checked
            width: 12
            height: 12
            radius: 6
            color: Theme.accent
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
        side: 22 + control.spacing
        text: control.text
        description: control.description
    }
}
