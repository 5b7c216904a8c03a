// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// Which file is imported, and what it is.
Rectangle {
    id: root

    required property ImportJob job
    readonly property Item button: other
    signal otherFileRequested()

    implicitHeight: Math.max(60, words.height + Theme.s16)
    radius: Theme.radiusTile
    color: Theme.inset

    Tile {
        id: tile
        x: 14
        anchors.verticalCenter: parent.verticalCenter
        tone: Ui.TonePlain
        iconName: "report"
    }
    Column {
        id: words
        anchors.left: tile.right
        anchors.leftMargin: Theme.s12
        anchors.right: other.left
        anchors.rightMargin: Theme.s8
        anchors.verticalCenter: parent.verticalCenter
        BodyText {
            width: parent.width
            text: root.job.fileName
            font.weight: Font.DemiBold
            elide: Text.ElideMiddle
        }
        CaptionText {
            width: parent.width
            visible: text.length > 0
            text: root.job.fileText
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }
    }
    AppButton {
        id: other
        anchors.right: parent.right
        anchors.rightMargin: Theme.s12
        anchors.verticalCenter: parent.verticalCenter
        small: true
        enabled: !root.job.writing
        text: qsTr("Other file")
        onClicked: root.otherFileRequested()
    }
}
