// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// An on/off setting that applies at once (46x28). With `text` it is a row with the words on the left.
Switch {
    id: control

    property string description

    function flip(): void {
        toggle();
        toggled();
    }

    hoverEnabled: true
    padding: 0
    spacing: Theme.s16
    implicitHeight: Math.max(Theme.hitSize, text.length > 0 ? words.implicitHeight : 0)
    implicitWidth: text.length > 0 ? words.implicitWidth + spacing + indicator.width : indicator.width
    Keys.onReturnPressed: flip()
    Keys.onEnterPressed: flip()
    Accessible.name: text
    Accessible.description: description

    indicator: Rectangle {
        x: control.mirrored ? 0 : control.width - width
        anchors.verticalCenter: parent.verticalCenter
        implicitWidth: 46
        implicitHeight: 28
        radius: height / 2
        opacity: control.enabled ? 1 : Theme.offlineOpacity
        color: control.checked ? Theme.accent : Theme.inset
        border.width: control.checked ? 0 : 2
        border.color: Theme.outlineStrong
        HoverTint {
            radius: parent.radius
            hovered: control.hovered
            pressed: control.down
        }
        SwitchThumb {
            anchors.verticalCenter: parent.verticalCenter
            size: control.checked ? 22 : 16
            x: control.checked ? parent.width - width - 3 : 6
            filled: control.checked
        }
        FocusRing {
            visible: control.visualFocus
            cornerRadius: parent.radius
        }
    }
    contentItem: Column {
        id: words
        visible: control.text.length > 0
        rightPadding: control.indicator.width + control.spacing
        topPadding: Theme.s4
        bottomPadding: Theme.s4
        spacing: 2
        LabelText {
            width: parent.width - parent.rightPadding
            text: control.text
            font.weight: Font.Medium
            wrapMode: Text.Wrap
        }
        SmallText {
            width: parent.width - parent.rightPadding
            visible: control.description.length > 0
            text: control.description
            wrapMode: Text.Wrap
        }
    }
    background: null
}
