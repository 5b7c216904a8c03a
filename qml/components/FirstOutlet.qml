// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// What the home page shows before there is any outlet.
Item {
    id: first

    readonly property bool compact: width < Theme.compactBelow
    signal addRequested()

    implicitHeight: body.height

    Column {
        id: body
        width: parent.width
        spacing: 0
        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: first.compact ? 176 : 232
            height: width
            radius: width / 2
            color: Theme.inset
            OutletPicture {
                anchors.centerIn: parent
                anchors.horizontalCenterOffset: 4
                size: parent.width * 0.655
            }
        }
        TitleText {
            width: parent.width
            topPadding: 28
            text: qsTr("Add your first outlet")
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignHCenter
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        BodyText {
            width: parent.width
            topPadding: Theme.s8
            text: qsTr("Switch it and see what it uses. Everything stays on this computer.")
            color: Theme.text2
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignHCenter
        }
        Item {
            width: 1
            height: Theme.s20
        }
        AppButton {
            anchors.horizontalCenter: parent.horizontalCenter
            kind: "primary"
            iconName: "add"
            text: qsTr("Add outlet")
            onClicked: first.addRequested()
        }
        Item {
            width: 1
            height: first.compact ? Theme.s24 : 52
        }
        Grid {
            anchors.horizontalCenter: parent.horizontalCenter
            columns: first.compact ? 1 : 2
            columnSpacing: Theme.s24
            rowSpacing: Theme.s16
            Repeater {
                model: [
                    { icon: "plug", title: qsTr("Etekcity and VeSync"), text: qsTr("Wi‑Fi outlets sold for the VeSync app") },
                    { icon: "local", title: qsTr("No account, no cloud"), text: qsTr("The server runs on this computer") }
                ]
                delegate: Row {
                    id: fact
                    required property var modelData
                    spacing: Theme.s12
                    Tile {
                        iconName: fact.modelData.icon
                    }
                    Column {
                        anchors.verticalCenter: parent.verticalCenter
                        LabelText {
                            text: fact.modelData.title
                        }
                        SmallText {
                            text: fact.modelData.text
                        }
                    }
                }
            }
        }
        Item {
            width: 1
            height: first.compact ? Theme.s24 : 44
        }
        Item {
            width: parent.width
            height: running.height
            Rectangle {
                x: running.x + (running.width - running.contentWidth) / 2 - 16
                y: running.font.pixelSize / 2 - 1
                width: 8
                height: 8
                radius: 4
                color: Server.state === Ui.ServerListening ? Theme.accent : Theme.outlineStrong
            }
            SmallText {
                id: running
                x: Theme.s24
                width: parent.width - 2 * Theme.s24
                text: Server.runningText
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignHCenter
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }
        }
    }
}
