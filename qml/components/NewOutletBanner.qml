// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// An outlet that asks to join. It gets no command until it is allowed. `compact` stacks it like a card.
Rectangle {
    id: banner

    required property OutletFace face
    property bool compact: false
    signal allowRequested()

    implicitHeight: compact ? Theme.s16 + tile.height + Theme.s8 + allow.height + Theme.s16 - 2
        : Math.max(60, words.height + 20)
    radius: Theme.radiusCard
    color: Theme.infoSoft
    Accessible.role: Accessible.Grouping
    Accessible.name: title.text
    Accessible.description: about.text

    Tile {
        id: tile
        x: Theme.s16
        y: banner.compact ? Theme.s16 : (banner.height - height) / 2
        iconName: "devices"
        color: Theme.surface
        iconColor: Theme.infoText
    }
    Column {
        id: words
        anchors.left: tile.right
        anchors.leftMargin: Theme.s12
        anchors.right: banner.compact ? parent.right : ignore.left
        anchors.rightMargin: Theme.s12
        anchors.verticalCenter: tile.verticalCenter
        spacing: 1
        LabelText {
            id: title
            width: parent.width
            text: banner.compact ? qsTr("New outlet found") : qsTr("A new outlet wants to join")
            color: Theme.infoText
            elide: Text.ElideRight
        }
        SmallText {
            id: about
            width: parent.width
            text: banner.compact ? banner.face.newTitle
                : qsTr("%1 · %2. It can’t be switched or metered until you allow it.")
                    .arg(banner.face.newTitle).arg(banner.face.firstSeenText)
            color: Theme.infoText
            wrapMode: Text.Wrap
        }
    }
    AppButton {
        id: ignore
        x: banner.compact ? Theme.s16 : allow.x - width - Theme.s8
        y: banner.compact ? tile.y + tile.height + Theme.s8 : (banner.height - height) / 2
        width: banner.compact ? (banner.width - 2 * Theme.s16 - Theme.s8) / 2 : implicitWidth
        kind: banner.compact ? "outline" : "text"
        textColor: Theme.infoText
        text: qsTr("Ignore")
        onClicked: banner.face.ignore()
    }
    AppButton {
        id: allow
        x: banner.width - width - (banner.compact ? Theme.s16 : Theme.s12)
        y: ignore.y
        width: banner.compact ? ignore.width : implicitWidth
        kind: "primary"
        text: qsTr("Allow")
        onClicked: banner.allowRequested()
    }
}
