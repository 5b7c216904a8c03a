// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// One message: when, which way, its text in one line.
Rectangle {
    id: root

    required property string time
    required property bool incoming
    required property string frameText
    required property bool selected
    property bool pinned: false
    property bool focused: false
    readonly property bool narrow: width < 420
    signal pressed(bool extend)
    signal opened()

    height: Math.max(27, Theme.fontCaption + 15)
    radius: Theme.radiusSmall
    color: selected ? Theme.accentSoft : pinned ? Theme.inset : Theme.clear
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2: %3").arg(time).arg(way.text).arg(frameText)
    Accessible.selected: selected

    CaptionText {
        id: clock
        x: Theme.s8
        width: root.narrow ? implicitWidth : Math.max(76, implicitWidth)
        anchors.verticalCenter: parent.verticalCenter
        text: root.time
        color: Theme.text2
        Accessible.ignored: true
    }
    Icon {
        id: arrow
        x: clock.x + clock.width + Theme.s8
        anchors.verticalCenter: parent.verticalCenter
        name: root.incoming ? "in" : "out"
        size: 14
        color: root.incoming ? Theme.accentText : Theme.text2
    }
    CaptionText {
        id: way
        x: arrow.x + arrow.width + Theme.s4
        visible: !root.narrow
        anchors.verticalCenter: parent.verticalCenter
        text: root.incoming ? qsTr("In") : qsTr("Out")
        color: root.incoming ? Theme.accentText : Theme.text2
        Accessible.ignored: true
    }
    Text {
        x: root.narrow ? arrow.x + arrow.width + Theme.s8 : arrow.x + 54
        width: parent.width - x - Theme.s8
        anchors.verticalCenter: parent.verticalCenter
        text: root.frameText
        textFormat: Text.PlainText
        elide: Text.ElideRight
        font.family: Theme.monoFamily
        font.pixelSize: Theme.fontCaption
        color: Theme.text
        Accessible.ignored: true
    }
    Rectangle {
        visible: !root.pinned && !root.selected
        anchors.bottom: parent.bottom
        x: Theme.s8
        width: parent.width - 2 * x
        height: 1
        color: Theme.outline
    }
    MouseArea {
        anchors.fill: parent
        onClicked: mouse => root.pressed((mouse.modifiers & Qt.ShiftModifier) !== 0)
        onDoubleClicked: root.opened()
    }
    FocusRing {
        visible: root.focused
    }
}
