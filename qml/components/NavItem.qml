// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// One place of the rail or the bottom bar: an icon in a pill over its name.
AbstractButton {
    id: control

    property string iconName
    property bool current: false
    readonly property color ink: current ? Theme.accentText : Theme.text2

    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    implicitWidth: 76
    implicitHeight: 40 + words.implicitHeight + 3
    padding: 0
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()
    Accessible.role: Accessible.PageTab
    Accessible.name: text
    Accessible.selected: current

    background: Item {
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            y: 2
            width: 56
            height: 32
            radius: 16
            color: control.current ? Theme.accentSoft : Theme.clear
            HoverTint {
                radius: parent.radius
                hovered: control.hovered
                pressed: control.down
            }
            FocusRing {
                visible: control.visualFocus
                cornerRadius: parent.radius
            }
            Icon {
                anchors.centerIn: parent
                name: control.iconName
                color: control.ink
                size: 22
            }
        }
    }
    contentItem: Item {
        CaptionText {
            id: words
            y: 38
            width: parent.width
            text: control.text
            color: control.ink
            font.weight: control.current ? Font.DemiBold : Font.Medium
            horizontalAlignment: Text.AlignHCenter
            elide: Text.ElideRight
        }
    }
}
