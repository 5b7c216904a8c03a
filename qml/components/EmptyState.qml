// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// What a page or list shows when there is nothing: a sign, a line, and what to do next.
Column {
    id: empty

    property string iconName
    property string title
    property string text
    default property alias actions: row.data

    spacing: Theme.s8
    width: parent ? Math.min(parent.width, Theme.dialogWidth) : implicitWidth

    Tile {
        anchors.horizontalCenter: parent.horizontalCenter
        visible: empty.iconName.length > 0
        iconName: empty.iconName
        size: 56
    }
    HeadingText {
        width: parent.width
        visible: empty.title.length > 0
        text: empty.title
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
    }
    BodyText {
        width: parent.width
        visible: empty.text.length > 0
        text: empty.text
        color: Theme.text2
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
    }
    Row {
        id: row
        anchors.horizontalCenter: parent.horizontalCenter
        topPadding: Theme.s8
        spacing: Theme.s12
    }
}
