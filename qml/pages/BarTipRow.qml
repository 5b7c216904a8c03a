// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// A part of a chosen bar: its colour, its name and what it used.
Item {
    id: root

    property color swatch: Theme.clear
    property string name
    property string value
    property bool chosen: false
    readonly property bool hasSwatch: swatch.a > 0

    implicitWidth: square.width + Theme.s8 + label.implicitWidth + Theme.s24 + figure.implicitWidth
    implicitHeight: label.implicitHeight

    Rectangle {
        id: square
        anchors.verticalCenter: parent.verticalCenter
        width: root.hasSwatch ? 10 : 0
        height: 10
        radius: 3
        color: root.swatch
    }
    SmallText {
        id: label
        anchors.left: square.right
        anchors.leftMargin: root.hasSwatch ? Theme.s8 : 0
        text: root.name
        color: root.hasSwatch ? Theme.text : Theme.text2
        font.pixelSize: Theme.fontCaption
        font.weight: root.chosen ? Font.DemiBold : Font.Normal
    }
    SmallText {
        id: figure
        anchors.right: parent.right
        text: root.value
        font.pixelSize: Theme.fontCaption
        font.weight: root.chosen ? Font.DemiBold : Font.Normal
    }
}
