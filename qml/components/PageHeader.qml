// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// A page's title on the left, its actions on the right. Goes under the title's row when too wide.
Item {
    id: header

    property string title
    property string subtitle
    property bool backVisible: false
    default property alias actions: row.data
    signal backClicked()

    implicitHeight: Math.max(row.height, words.height, Theme.hitSize)

    IconButton {
        id: back
        anchors.verticalCenter: parent.verticalCenter
        visible: header.backVisible
        iconName: "back"
        tip: qsTr("Back")
        edged: true
        onClicked: header.backClicked()
    }
    Column {
        id: words
        x: back.visible ? back.width + Theme.s12 : 0
        width: header.width - x - row.width - (row.width > 0 ? Theme.s12 : 0)
        anchors.verticalCenter: parent.verticalCenter
        TitleText {
            width: parent.width
            text: header.title
            elide: Text.ElideRight
            Accessible.role: Accessible.Heading
            Accessible.name: header.title
        }
        SmallText {
            width: parent.width
            visible: header.subtitle.length > 0
            text: header.subtitle
            elide: Text.ElideRight
        }
    }
    Row {
        id: row
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s8
    }
}
