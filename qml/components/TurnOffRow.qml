// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// One outlet that is on, to be ticked.
CheckBox {
    id: row

    property OutletFace face

    hoverEnabled: true
    padding: 0
    implicitHeight: 52
    Accessible.name: face ? face.name : ""
    Accessible.description: face ? face.accessibleDescription : ""

    indicator: CheckMark {
        x: row.mirrored ? row.width - width : 0
        anchors.verticalCenter: parent.verticalCenter
        checkState: row.checkState
        hovered: row.hovered
        pressed: row.down
        ringed: row.visualFocus
    }
    contentItem: Item {
        Tile {
            id: tile
            x: 34
            anchors.verticalCenter: parent.verticalCenter
            size: 36
            iconName: row.face ? row.face.icon : ""
            tone: row.face ? row.face.tileTone : Ui.ToneNeutral
        }
        Column {
            anchors.left: tile.right
            anchors.leftMargin: Theme.s12
            anchors.right: watts.left
            anchors.rightMargin: Theme.s12
            anchors.verticalCenter: parent.verticalCenter
            LabelText {
                width: parent.width
                text: row.face ? row.face.name : ""
                elide: Text.ElideRight
            }
            SmallText {
                width: parent.width
                visible: text.length > 0
                text: {
                    if (!row.face)
                        return "";
                    if (!row.face.keepOn)
                        return row.face.room;
                    return row.face.room.length > 0 ? qsTr("%1 · marked “Keep on”").arg(row.face.room)
                        : qsTr("Marked “Keep on”");
                }
                elide: Text.ElideRight
            }
        }
        SmallText {
            id: watts
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: row.face ? row.face.powerText : ""
            color: Theme.text
        }
    }
    background: Rectangle {
        y: row.height - 1
        height: 1
        color: Theme.outline
    }
}
