// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Outlet

/// A new outlet that waits for a decision.
Rectangle {
    id: root

    required property OutletFace face
    signal allowRequested()

    readonly property bool stacked: width < 560

    implicitHeight: grid.implicitHeight + 20
    radius: Theme.radiusCard
    color: Theme.infoSoft
    Accessible.role: Accessible.Grouping
    Accessible.name: root.face.newTitle

    GridLayout {
        id: grid
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.s16
        anchors.rightMargin: Theme.s12
        columns: root.stacked ? 1 : 2
        rowSpacing: Theme.s4
        columnSpacing: Theme.s12

        RowLayout {
            spacing: Theme.s12
            Layout.fillWidth: true

            Tile {
                iconName: root.face.icon
                tone: Ui.TonePlain
                iconColor: Theme.infoText
                Layout.alignment: Qt.AlignTop
            }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true

                RowLayout {
                    spacing: Theme.s8
                    LabelText {
                        text: root.face.newTitle
                        color: Theme.infoText
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                        Layout.maximumWidth: Math.ceil(implicitWidth)
                    }
                    Badge {
                        visible: root.face.simulated
                        text: qsTr("Simulated")
                        tone: Ui.TonePlain
                    }
                    Item {
                        Layout.fillWidth: true
                    }
                }
                FactLine {
                    parts: [root.face.address,
                        root.face.firmware === "–" ? "" : qsTr("firmware %1").arg(root.face.firmware),
                        root.face.firstSeenText]
                    frame: qsTr("%1. Its model is not known; you choose it when you allow it.")
                    color: Theme.infoText
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
                SmallText {
                    visible: text !== ""
                    text: root.face.firmwareNote
                    color: Theme.infoText
                    font.weight: Font.DemiBold
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
            }
        }
        Row {
            spacing: Theme.s8
            Layout.alignment: Qt.AlignRight

            AppButton {
                kind: "text"
                textColor: Theme.infoText
                text: qsTr("Ignore")
                Accessible.description: root.face.newTitle
                onClicked: root.face.ignore()
            }
            AppButton {
                kind: "primary"
                text: qsTr("Allow")
                Accessible.description: root.face.newTitle
                onClicked: root.allowRequested()
            }
        }
    }
}
