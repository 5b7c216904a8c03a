// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outlet

/// Top of an outlet's page: back, who it is, countdown and the big switch. In a narrow window the
/// countdown and the switch go below.
GridLayout {
    id: root

    required property OutletFace face
    property bool compact: false

    signal backRequested()
    signal editRequested()

    /// A name beside the countdown and the switch would have no room.
    readonly property bool stacked: compact || width < 800 * Theme.textScale
    readonly property bool known: root.face.decision === Ui.DecisionKnown

    columns: root.stacked ? 1 : 2
    columnSpacing: Theme.s16
    rowSpacing: Theme.s12

    RowLayout {
        spacing: Theme.s12
        Layout.fillWidth: true

        IconButton {
            iconName: "back"
            tip: qsTr("Back")
            edged: true
            iconColor: Theme.text
            Layout.leftMargin: -2
            onClicked: root.backRequested()
        }
        Tile {
            iconName: root.face.icon
            tone: root.face.tileTone
            size: 48
            Layout.leftMargin: -2
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true

            RowLayout {
                spacing: Theme.s4
                TitleText {
                    text: root.known ? root.face.name : root.face.newTitle
                    elide: Text.ElideRight
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                    Layout.fillWidth: true
                    Layout.maximumWidth: Math.ceil(implicitWidth)
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
                IconButton {
                    visible: root.known
                    iconName: "edit"
                    iconSize: 18
                    tip: qsTr("Edit")
                    Layout.topMargin: -6
                    Layout.bottomMargin: -6
                    onClicked: root.editRequested()
                }
                Badge {
                    visible: root.face.simulated
                    text: qsTr("Simulated")
                    tone: Ui.ToneInfo
                }
                Item {
                    Layout.fillWidth: true
                }
            }
            FactLine {
                parts: [root.face.room, root.face.sinceText]
                visible: text !== ""
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
        }
    }

    RowLayout {
        visible: root.known
        spacing: Theme.s12
        Layout.alignment: Qt.AlignRight
        Layout.fillWidth: root.stacked

        CountdownButton {
            face: root.face
            compact: root.compact
        }
        LabelText {
            text: root.face.switchText
            elide: Text.ElideRight
            horizontalAlignment: Text.AlignRight
            Layout.fillWidth: root.stacked
            Layout.leftMargin: root.stacked ? 0 : Theme.s8
            Accessible.ignored: true
        }
        OutletSwitch {
            kind: "header"
            switchState: root.face.switchState
            accessibleName: root.face.name
            accessibleDescription: root.face.switchAccessibleDescription
            onToggled: root.face.toggle()
        }
    }
}
