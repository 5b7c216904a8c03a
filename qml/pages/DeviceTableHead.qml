// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// The table's header row; it stays in view while the rows scroll under it.
Item {
    id: root

    required property DeviceColumns columns
    required property OutletSelection selection
    /// Two-line rows have no columns to name.
    property bool twoLines: false

    height: 37
    clip: true

    Rectangle {
        anchors.fill: parent
        color: Theme.bg
    }
    Panel {
        width: parent.width
        height: parent.height + 2 * radius
    }
    Row {
        height: parent.height
        Item {
            width: root.columns.gripWidth
            height: 1
        }
        Item {
            width: root.columns.checkWidth
            height: parent.height
            AppCheckBox {
                anchors.centerIn: parent
                checkState: root.selection.all ? Qt.Checked
                    : root.selection.some ? Qt.PartiallyChecked : Qt.Unchecked
                nextCheckState: () => checkState // the selection decides
                Accessible.name: qsTr("Select all outlets")
                onClicked: root.selection.all ? root.selection.clear() : root.selection.selectAll()
            }
        }
        HeadText {
            width: root.columns.tileWidth + root.columns.nameWidth
            leftPadding: root.twoLines ? 0 : root.columns.tileWidth
            text: root.twoLines ? qsTr("Select all") : qsTr("Name and room")
        }
        HeadText {
            visible: root.columns.model && !root.twoLines
            width: root.columns.modelWidth
            text: qsTr("Model and rating")
        }
        HeadText {
            visible: root.columns.firmware && !root.twoLines
            width: root.columns.firmwareWidth
            text: qsTr("Firmware")
        }
        HeadText {
            visible: root.columns.address && !root.twoLines
            width: root.columns.addressWidth
            text: qsTr("Address")
        }
        HeadText {
            visible: root.columns.signalled && !root.twoLines
            width: root.columns.signalWidth
            text: qsTr("Signal")
        }
        HeadText {
            visible: !root.twoLines
            width: root.columns.linkWidth
            text: qsTr("Link")
        }
        HeadText {
            visible: root.columns.lastSeen && !root.twoLines
            width: root.columns.lastSeenWidth
            text: qsTr("Last seen")
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.outline
    }

    component HeadText: CaptionText {
        height: parent.height
        verticalAlignment: Text.AlignVCenter
        font.weight: Font.Medium
        elide: Text.ElideRight
    }
}
