// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// The second line of a card's head: where the outlet is and how well it is heard.
Item {
    id: place

    required property OutletFace face
    // In demo mode the whole window says so.
    readonly property bool marked: face.simulated && !App.demo
    readonly property real wordsWidth: marked ? badge.width : room.contentWidth

    implicitHeight: room.implicitHeight

    SmallText {
        id: room
        width: place.width - 22
        visible: !place.marked
        text: place.face.room
        elide: Text.ElideRight
    }
    Loader {
        id: badge
        anchors.verticalCenter: parent.verticalCenter
        active: place.marked
        sourceComponent: Badge {
            implicitHeight: 20
            text: qsTr("Simulated")
            tone: Ui.ToneInfo
        }
    }
    Icon {
        id: signal
        x: place.wordsWidth > 0 ? Math.ceil(place.wordsWidth) + 6 : 0
        anchors.verticalCenter: parent.verticalCenter
        name: place.face.signalIcon
        size: 16
        Accessible.role: Accessible.Graphic
        Accessible.name: place.face.signalText
        HoverHandler {
            id: hover
        }
        TipLoader {
            target: signal
            shown: hover.hovered
            text: place.face.signalText
        }
    }
}
