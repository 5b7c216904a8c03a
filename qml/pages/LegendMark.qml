// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// One entry of a legend: a mark as in the chart, and its word.
Row {
    id: root

    property string text
    property color color
    property real thickness: 10
    property real strength: 1
    property bool edged: false

    height: words.height
    spacing: Theme.s8

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.s16
        height: root.thickness
        radius: Math.min(height / 2, 2)
        color: root.color
        opacity: root.strength
        border.width: root.edged ? 1 : 0
        border.color: Theme.outline
    }
    CaptionText {
        id: words
        text: root.text
    }
}
