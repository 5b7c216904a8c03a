// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outlet

/// The server, the names in the DNS, versions and data; and the report.
Panel {
    id: root

    signal reportRequested()
    signal serverRequested()

    readonly property bool stopped: Server.state === Ui.ServerStopped

    implicitHeight: column.implicitHeight + Theme.s16 + Theme.s20

    DnsWatch {
        id: watch
        server: Server
        brief: true
        active: Diagnostics.active
    }
    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: Theme.s20
        anchors.topMargin: Theme.s16
        spacing: 0

        PanelTitle {
            text: qsTr("Server")
            Layout.fillWidth: true
        }
        ServerState {
            visible: root.stopped
            Layout.fillWidth: true
            Layout.topMargin: Theme.s8
        }
        FactRow {
            dense: true
            visible: !root.stopped
            label: qsTr("Port")
            value: Server.state === Ui.ServerListening ? qsTr("%1, listening").arg(Server.port)
                : qsTr("%1, starting").arg(Server.port)
            Layout.fillWidth: true
        }
        FactRow {
            dense: true
            label: qsTr("Addresses")
            value: Diagnostics.addressesText
            Layout.fillWidth: true
        }
        FactRow {
            dense: true
            label: qsTr("Outlets connected")
            value: Diagnostics.connectedText
            last: true
            Layout.fillWidth: true
        }
        RowLayout {
            Layout.topMargin: Theme.s12
            PanelTitle {
                text: qsTr("DNS check")
                Layout.fillWidth: true
            }
            AppButton {
                kind: "text"
                small: true
                busy: watch.busy
                text: qsTr("Check again")
                Layout.topMargin: -6
                Layout.bottomMargin: -6
                Layout.rightMargin: -Theme.s12
                onClicked: watch.refresh()
            }
        }
        Column {
            id: names
            Layout.fillWidth: true
            Repeater {
                model: watch
                DnsRow {
                    required property int index
                    width: names.width
                    isFirst: index === 0
                    isLast: index === watch.rowCount() - 1
                }
            }
        }
        SmallText {
            text: watch.note === "" ? qsTr("Outlets set up here by Wi‑Fi do not need this.") : watch.note
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        PanelTitle {
            text: qsTr("Versions and data")
            Layout.fillWidth: true
            Layout.topMargin: Theme.s16
        }
        FactRow {
            dense: true
            label: qsTr("Outlet")
            value: App.version
            Layout.fillWidth: true
        }
        FactRow {
            dense: true
            label: qsTr("Qt")
            value: App.qtVersion
            Layout.fillWidth: true
        }
        FactRow {
            dense: true
            label: qsTr("Database")
            value: qsTr("Version %1").arg(App.databaseVersion)
            Layout.fillWidth: true
        }
        FactRow {
            dense: true
            label: qsTr("History")
            value: Diagnostics.historyText
            Layout.fillWidth: true
        }
        FactRow {
            dense: true
            label: qsTr("Data folder")
            value: ""
            last: true
            Layout.fillWidth: true
            AppButton {
                kind: "text"
                small: true
                iconName: "folder"
                text: qsTr("Copy path")
                Accessible.description: App.dataFolder
                onClicked: {
                    App.copy(App.dataFolder);
                    App.snack(qsTr("The folder's path is copied: %1").arg(App.dataFolder), false);
                }
            }
        }
        Item {
            Layout.fillHeight: true
            Layout.minimumHeight: Theme.s8
        }
        AppButton {
            kind: "primary"
            iconName: "report"
            text: qsTr("Save a report")
            Layout.fillWidth: true
            onClicked: root.reportRequested()
        }
        SmallText {
            text: qsTr("Account, Wi‑Fi name, names of outlets and full IDs are left out. You can read it before you save it.")
            wrapMode: Text.Wrap
            Layout.fillWidth: true
            Layout.topMargin: Theme.s8
        }
    }
}
