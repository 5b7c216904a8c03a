// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// A row of the narrow list: name and link, below it the rest in one line.
Item {
    id: root

    required property OutletFace face
    property bool selected: false

    signal menuRequested(Item at)

    Column {
        anchors.left: parent.left
        anchors.right: link.left
        anchors.rightMargin: Theme.s8
        anchors.verticalCenter: parent.verticalCenter
        spacing: 2

        LabelText {
            width: parent.width
            text: root.face.name
            elide: Text.ElideRight
        }
        FactLine {
            width: parent.width
            parts: [root.face.room, root.face.lastSeenText]
            elide: Text.ElideRight
        }
    }
    LinkBadge {
        id: link
        anchors.right: more.left
        anchors.verticalCenter: parent.verticalCenter
        face: root.face
        selected: root.selected
    }
    IconButton {
        id: more
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        iconName: "more"
        tip: qsTr("Actions for %1").arg(root.face.name)
        focusPolicy: Qt.NoFocus
        onClicked: root.menuRequested(more)
    }
}
