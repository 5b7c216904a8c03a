// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outlet

/// The first start: what Outlet does, and two ways to begin. The checkbox takes effect only when the
/// page is left by a button.
ScrollPage {
    id: root

    signal addRequested()
    signal serverRequested()

    readonly property bool pictured: width >= 760
    readonly property bool stopped: Server.state === Ui.ServerStopped


    Item {
        width: 1
        height: Math.max(0, (root.viewHeight - card.height - state.height - 96) / 2)
    }
    Panel {
        id: card
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, 1000)
        height: Math.max(root.pictured ? 620 : 0, body.implicitHeight + (root.compact ? 40 : 88))

        Item {
            id: side
            visible: root.pictured
            width: root.pictured ? Math.round(parent.width * 0.388) : 0
            height: parent.height
            clip: true
            Rectangle {
                x: 1
                y: 1
                width: parent.width + radius
                height: parent.height - 2
                radius: Theme.radiusCard - 1
                color: Theme.inset
            }
            OutletPicture {
                anchors.centerIn: parent
                size: 242
            }
        }
        ColumnLayout {
            id: body
            anchors.left: side.right
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.bottom: parent.bottom
            anchors.margins: root.compact ? Theme.s20 : 44
            spacing: 0

            TitleText {
                text: qsTr("Welcome to Outlet")
                font.pixelSize: Theme.fontDisplay
                wrapMode: Text.Wrap
                Layout.fillWidth: true
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            BodyText {
                text: qsTr("A local home for your Wi\u2011Fi outlets.")
                color: Theme.text2
                wrapMode: Text.Wrap
                Layout.fillWidth: true
                Layout.bottomMargin: Theme.s24
            }
            Repeater {
                model: [
                    { icon: "toggle", text: qsTr("Switch them from this computer.") },
                    { icon: "energy", text: qsTr("See what each one uses right now.") },
                    { icon: "local", text: qsTr("No account and no cloud. Everything stays here.") }
                ]
                Item {
                    id: promise
                    required property var modelData
                    implicitHeight: Math.max(sign.height, words.implicitHeight)
                    Layout.fillWidth: true
                    Layout.bottomMargin: 18
                    Tile {
                        id: sign
                        anchors.verticalCenter: parent.verticalCenter
                        iconName: promise.modelData.icon
                        tone: Ui.ToneAccent
                    }
                    BodyText {
                        id: words
                        x: 56
                        width: parent.width - x
                        anchors.verticalCenter: parent.verticalCenter
                        text: promise.modelData.text
                        font.pixelSize: Theme.fontPanel
                        wrapMode: Text.Wrap
                    }
                }
            }
            WelcomeChoice {
                id: add
                focus: true
                primary: true
                iconName: "add"
                text: qsTr("Add an outlet")
                description: qsTr("Takes about a minute. You need your Wi‑Fi password.")
                Layout.fillWidth: true
                Layout.topMargin: Theme.s12
                onClicked: {
                    // Leaving may end this page, so what comes after must not need it.
                    const app = App;
                    const start = startup.checked;
                    root.addRequested();
                    app.finishWelcome(start);
                }
            }
            WelcomeChoice {
                iconName: "play"
                text: qsTr("Try with simulated outlets")
                description: qsTr("Made-up outlets. Remove them with one click.")
                Layout.fillWidth: true
                Layout.topMargin: Theme.s12
                onClicked: {
                    App.addSimulated();
                    App.finishWelcome(startup.checked);
                }
            }
            Item {
                Layout.fillHeight: true
                Layout.minimumHeight: Theme.s16
            }
            RowLayout {
                spacing: Theme.s12
                Layout.fillHeight: false
                AppCheckBox {
                    id: startup
                    checked: true
                    text: qsTr("Start Outlet when I log in")
                    description: qsTr("Outlets can be switched only while Outlet is running.")
                    Layout.fillWidth: true
                }
                AppButton {
                    kind: "text"
                    text: qsTr("Skip")
                    onClicked: App.finishWelcome(startup.checked)
                }
            }
        }
    }
    Item {
        id: state
        anchors.horizontalCenter: parent.horizontalCenter
        width: card.width
        height: root.stopped ? 60 : 44

        Row {
            visible: !root.stopped
            anchors.centerIn: parent
            spacing: Theme.s8
            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: 8
                height: 8
                radius: 4
                color: Server.state === Ui.ServerListening ? Theme.accent : Theme.outlineStrong
            }
            SmallText {
                text: Server.state === Ui.ServerListening
                    ? qsTr("The server is running and listening for outlets") : qsTr("The server is starting")
            }
        }
        PageBanner {
            visible: root.stopped
            width: parent.width
            tone: Ui.ToneDanger
            text: Server.errorText
            actionText: qsTr("Details")
            onActionClicked: root.serverRequested()
        }
    }
}
