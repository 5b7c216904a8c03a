// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// An underlined word that does something, for strips and snack bars. 44 high to hit.
AbstractButton {
    id: control

    property color color: Theme.accentText
    property int pixelSize: Theme.fontSmall

    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    implicitHeight: Theme.hitSize
    implicitWidth: Math.max(Theme.hitSize, label.implicitWidth + 20)
    padding: 0
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()
    Accessible.name: text

    background: Item {
        FocusRing {
            anchors.topMargin: Theme.s4
            anchors.bottomMargin: Theme.s4
            anchors.leftMargin: 0
            anchors.rightMargin: 0
            visible: control.visualFocus
            cornerRadius: 4
        }
    }
    contentItem: Item {
        Text {
            id: label
            anchors.right: parent.right
            anchors.rightMargin: 10
            anchors.verticalCenter: parent.verticalCenter
            text: control.text
            textFormat: Text.PlainText
            color: control.color
            opacity: control.down ? 0.7 : 1
            font.pixelSize: control.pixelSize
            font.weight: Font.DemiBold
        }
        Rectangle {
            anchors.left: label.left
            anchors.right: label.right
            anchors.top: label.bottom
            height: control.hovered ? 2 : 1
            color: control.color
        }
    }
}
