// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Outlet

/// What is known of the outlet itself.
Panel {
    id: root

    required property OutletFace face
    signal editRequested()

    readonly property bool modelKnown: root.face.modelKey !== ""

    implicitHeight: column.implicitHeight + Theme.s16 + Theme.s12

    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.s20
        anchors.topMargin: Theme.s16
        spacing: 0

        RowLayout {
            Layout.bottomMargin: Theme.s4
            SectionText {
                text: qsTr("Details")
                font.pixelSize: Theme.fontPanel
                Layout.fillWidth: true
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            AppButton {
                kind: "text"
                small: true
                iconName: "pulse"
                text: qsTr("Diagnostics")
                Layout.topMargin: -6
                Layout.bottomMargin: -6
                Layout.rightMargin: -Theme.s12
                onClicked: App.openDiagnostics(root.face.outletId)
            }
        }
        FactRow {
            label: qsTr("Model")
            value: root.face.modelLabel
            Layout.fillWidth: true

            AppButton {
                visible: !root.modelKnown && root.face.decision === Ui.DecisionKnown
                kind: "text"
                small: true
                text: qsTr("Choose model")
                onClicked: root.editRequested()
            }
        }
        FactRow {
            visible: root.face.ratingText !== ""
            label: qsTr("Rating")
            value: root.face.ratingText
            Layout.fillWidth: true
        }
        FactRow {
            label: qsTr("Firmware")
            value: root.face.framing === "–" ? root.face.firmware
                : qsTr("%1, %2").arg(root.face.firmware).arg(root.face.framing)
            Layout.fillWidth: true
        }
        FactRow {
            label: qsTr("Address")
            value: root.face.address
            valueColor: root.face.offline ? Theme.text2 : Theme.text
            Layout.fillWidth: true
        }
        FactRow {
            label: qsTr("Last seen")
            value: root.face.lastSeenText
            Layout.fillWidth: true
        }
        FactRow {
            label: qsTr("ID")
            value: root.face.outletId
            last: true
            Layout.fillWidth: true

            IconButton {
                iconName: "copy"
                iconSize: 18
                tip: qsTr("Copy ID")
                onClicked: root.face.copyId()
            }
        }
    }
}
