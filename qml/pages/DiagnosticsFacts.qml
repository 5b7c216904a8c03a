// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Outlet

/// What is known of an outlet, for finding a fault.
Panel {
    id: root

    required property OutletFace face

    implicitHeight: column.implicitHeight + 2 * Theme.s16

    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.s20
        anchors.topMargin: Theme.s16
        spacing: 0

        PanelTitle {
            text: qsTr("Facts")
            Layout.fillWidth: true
        }
        FactRow {
            dense: true
            label: qsTr("Outlet ID")
            value: Diagnostics.idText
            Layout.fillWidth: true
            IconButton {
                iconName: "copy"
                iconSize: 16
                tip: qsTr("Copy ID")
                onClicked: root.face.copyId()
            }
        }
        FactRow {
            dense: true
            label: qsTr("Model, your choice")
            value: root.face?.modelLabel ?? ""
            Layout.fillWidth: true
        }
        FactRow {
            dense: true
            label: qsTr("Type it reports")
            value: Diagnostics.typeText
            Layout.fillWidth: true
        }
        FactRow {
            dense: true
            label: qsTr("Firmware")
            value: root.face?.firmware ?? ""
            Layout.fillWidth: true
        }
        FactRow {
            dense: true
            label: qsTr("Framing")
            value: root.face?.framing ?? ""
            Layout.fillWidth: true
        }
        FactRow {
            dense: true
            label: qsTr("Address")
            value: root.face?.address ?? ""
            valueColor: root.face?.offline ? Theme.text2 : Theme.text
            Layout.fillWidth: true
        }
        FactRow {
            dense: true
            label: qsTr("Connected since")
            value: Diagnostics.connectedSinceText
            Layout.fillWidth: true
        }
        FactRow {
            dense: true
            label: qsTr("Readings every")
            value: Diagnostics.readingsEveryText
            last: true
            Layout.fillWidth: true
        }
    }
}
