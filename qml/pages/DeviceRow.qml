// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// One known outlet in the table, or a two-line item where the window is narrow. Click opens it,
/// the checkbox selects it, the grip drags it.
Item {
    id: root

    required property OutletFace face
    required property DeviceColumns columns
    required property OutletSelection selection
    property bool twoLines: false
    property bool current: false
    property bool movable: false
    /// The last row follows the panel's round corners.
    property bool last: false

    signal pressedByPointer()
    signal opened()
    signal editRequested()
    signal menuRequested(Item at)
    signal dragged(real y)
    signal dropped()

    readonly property bool selected: root.selection.ids.indexOf(root.face.outletId) >= 0

    Accessible.role: Accessible.Row
    Accessible.name: root.face.accessibleName
    Accessible.description: root.face.accessibleDescription
    Accessible.selectable: true
    Accessible.selected: root.selected
    Accessible.focusable: true

    Item {
        anchors.fill: parent
        anchors.leftMargin: 1
        anchors.rightMargin: 1
        clip: root.last
        visible: root.selected || hover.hovered
        Rectangle {
            y: root.last ? -Theme.radiusCard : 0
            width: parent.width
            height: parent.height - y
            radius: root.last ? Theme.radiusCard - 1 : 0
            color: root.selected ? Theme.accentSoft : Theme.inset
        }
    }
    HoverHandler {
        id: hover
    }
    TapHandler {
        onPressedChanged: if (pressed) root.pressedByPointer()
        onTapped: (point, button) => {
            if (point.modifiers & Qt.ShiftModifier)
                root.selection.extendTo(root.face.outletId);
            else if (point.modifiers & Qt.ControlModifier)
                root.selection.toggle(root.face.outletId);
            else
                root.opened();
        }
    }
    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: root.menuRequested(root)
    }

    Row {
        anchors.fill: parent

        DeviceGrip {
            width: root.columns.gripWidth
            height: parent.height
            visible: root.columns.grips
            enabled: root.movable
            onDragged: y => root.dragged(root.y + y)
            onDropped: root.dropped()
        }
        Item {
            visible: !root.columns.grips
            width: root.columns.gripWidth
            height: 1
        }
        Item {
            width: root.columns.checkWidth
            height: parent.height
            AppCheckBox {
                anchors.centerIn: parent
                id: box
                property bool shift: false
                checked: root.selected
                nextCheckState: () => checkState // the selection decides
                focusPolicy: Qt.NoFocus
                Accessible.name: qsTr("Select %1").arg(root.face.name)
                onClicked: {
                    if (shift)
                        root.selection.extendTo(root.face.outletId);
                    else
                        root.selection.toggle(root.face.outletId);
                    shift = false;
                }
                TapHandler { // a button does not tell the modifiers of its click
                    onPressedChanged: if (pressed) box.shift = point.modifiers & Qt.ShiftModifier
                }
            }
        }
        Item {
            width: root.columns.tileWidth
            height: parent.height
            Tile {
                x: 2
                anchors.verticalCenter: parent.verticalCenter
                size: 36
                iconName: root.face.icon
                tone: root.selected ? Ui.TonePlain : Ui.ToneNeutral
            }
        }
        DeviceCells {
            width: parent.width - x
            height: parent.height
            visible: !root.twoLines
            face: root.face
            columns: root.columns
            selected: root.selected
            onEditRequested: root.editRequested()
            onMenuRequested: at => root.menuRequested(at)
        }
        DeviceLines {
            width: parent.width - x
            height: parent.height
            visible: root.twoLines
            face: root.face
            selected: root.selected
            onMenuRequested: at => root.menuRequested(at)
        }
    }
    Rectangle {
        visible: !root.last
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.outline
    }
    FocusRing {
        visible: root.current
        anchors.margins: 2
        cornerRadius: Theme.s4
    }
}
