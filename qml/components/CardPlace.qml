// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQml
import QtQuick
import Outlet

/// The second line of a card's head: where the outlet is and how well it is heard.
Item {
    id: place

    required property OutletFace face
    // In demo mode the whole window says so.
    readonly property bool marked: face.simulated && !App.demo

    implicitHeight: Math.max(room.implicitHeight, marked ? 20 : 16)

    SmallText {
        id: room
        width: Math.min(implicitWidth, parent.width - 22)
        anchors.verticalCenter: parent.verticalCenter
        visible: !place.marked
        text: place.face.room
        elide: Text.ElideRight
    }
    Repeater {
        model: place.marked ? 1 : 0
        delegate: Badge {
            anchors.verticalCenter: place.verticalCenter
            implicitHeight: 20
            text: qsTr("Simulated")
            tone: Ui.ToneInfo
        }
    }
    Icon {
        x: place.marked ? 90 : room.text.length > 0 ? room.width + 6 : 0
        anchors.verticalCenter: parent.verticalCenter
        name: place.face.signalIcon
        size: 16
        Accessible.role: Accessible.Graphic
        Accessible.name: place.face.signalText
        HoverHandler {
            id: hover
        }
        Instantiator {
            active: hover.hovered
            delegate: AppToolTip {
                parent: place
                visible: hover.hovered
                text: place.face.signalText
            }
        }
    }
}
