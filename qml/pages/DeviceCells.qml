// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// The cells of a table row from the name on.
Row {
    id: root

    required property OutletFace face
    required property DeviceColumns columns
    property bool selected: false

    signal editRequested()
    signal menuRequested(Item at)

    TwoLines {
        width: root.columns.nameWidth
        first: root.face.name
        second: root.face.room
        strong: true
        badge: root.face.simulated
    }
    Item {
        visible: root.columns.model
        width: root.columns.modelWidth
        height: parent.height
        TwoLines {
            anchors.fill: parent
            first: root.face.modelKey !== "" ? root.face.modelKey : root.face.modelLabel
            second: root.face.modelKey !== "" ? root.face.ratingText : " "
        }
        AppButton {
            visible: root.face.modelKey === ""
            x: -Theme.s12
            y: parent.height - height + 6
            kind: "text"
            small: true
            text: qsTr("Choose model")
            focusPolicy: Qt.NoFocus
            onClicked: root.editRequested()
        }
    }
    TwoLines {
        visible: root.columns.firmware
        width: root.columns.firmwareWidth
        first: root.face.firmware
        second: root.face.framing
    }
    SmallText {
        visible: root.columns.address
        width: root.columns.addressWidth
        height: parent.height
        verticalAlignment: Text.AlignVCenter
        text: root.face.address
        color: root.face.offline ? Theme.text2 : Theme.text
        elide: Text.ElideRight
    }
    Item {
        visible: root.columns.signalled
        width: root.columns.signalWidth
        height: parent.height
        Icon {
            id: arcs
            visible: root.face.signalShort !== "–"
            anchors.verticalCenter: parent.verticalCenter
            name: root.face.signalIcon
            size: 18
        }
        SmallText {
            x: arcs.visible ? 26 : 0
            anchors.verticalCenter: parent.verticalCenter
            text: root.face.signalShort
            color: Theme.text
        }
        HoverHandler {
            id: signalHover
        }
        AppToolTip {
            visible: signalHover.hovered
            text: root.face.signalText
        }
    }
    Item {
        width: root.columns.linkWidth
        height: parent.height
        LinkBadge {
            anchors.verticalCenter: parent.verticalCenter
            face: root.face
            selected: root.selected
        }
    }
    SmallText {
        visible: root.columns.lastSeen
        width: root.columns.lastSeenWidth
        height: parent.height
        verticalAlignment: Text.AlignVCenter
        text: root.face.lastSeenText
        elide: Text.ElideRight
    }
    IconButton {
        id: more
        anchors.verticalCenter: parent.verticalCenter
        iconName: "more"
        tip: qsTr("Actions for %1").arg(root.face.name)
        focusPolicy: Qt.NoFocus
        onClicked: root.menuRequested(more)
    }

    component TwoLines: Column {
        id: lines
        property string first
        property string second
        property bool strong: false
        property bool badge: false
        topPadding: (parent.height - implicitContentHeight) / 2
        readonly property real implicitContentHeight: one.implicitHeight + (two.visible ? two.implicitHeight : 0)

        Row {
            spacing: Theme.s8
            BodyText {
                id: one
                width: Math.min(implicitWidth, lines.width - Theme.s12 - (mark.visible ? mark.width + Theme.s8 : 0))
                text: lines.first
                font.weight: lines.strong ? Font.DemiBold : Font.Medium
                font.pixelSize: lines.strong ? Theme.fontBody : Theme.fontSmall
                elide: Text.ElideRight
            }
            Badge {
                id: mark
                visible: lines.badge
                text: qsTr("Simulated")
                tone: Ui.ToneInfo
                implicitHeight: 18
            }
        }
        SmallText {
            id: two
            visible: text !== ""
            width: lines.width - Theme.s12
            text: lines.second
            font.pixelSize: Theme.fontCaption
            elide: Text.ElideRight
        }
    }
}
