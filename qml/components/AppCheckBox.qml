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

    indicator: CheckMark {
        x: control.text.length === 0 ? (control.width - width) / 2
            : control.mirrored ? control.width - width : 0
        anchors.verticalCenter: parent.verticalCenter
        checkState: control.checkState
        hovered: control.hovered
        pressed: control.down
        ringed: control.visualFocus
    }
    contentItem: OptionWords {
        id: words
        side: 20 + control.spacing
        text: control.text
        description: control.description
    }
}
