// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// Waits for outlets that are not known yet and shows them as they come.
Panel {
    id: root

    signal allowRequested(OutletFace face)

    readonly property bool listening: Server.state === Ui.ServerListening
    property int seconds: 0

    implicitHeight: column.implicitHeight + 2 * Theme.s20

    FaceModel {
        id: fresh
        decision: Ui.DecisionNew
    }
    Timer {
        running: root.visible && root.listening && fresh.count === 0
        interval: 1000
        repeat: true
        onTriggered: ++root.seconds
        onRunningChanged: root.seconds = 0
    }

    Column {
        id: column
        x: Theme.s20
        y: Theme.s20
        width: parent.width - 2 * x
        spacing: Theme.s12

        Row {
            visible: root.listening && fresh.count === 0
            spacing: Theme.s12
            Spinner {
                width: 20
                color: Theme.accent
                anchors.verticalCenter: parent.verticalCenter
            }
            Column {
                width: column.width - 32
                LabelText {
                    width: parent.width
                    text: qsTr("Waiting for an outlet")
                    wrapMode: Text.Wrap
                }
                SmallText {
                    width: parent.width
                    text: qsTr("For %1:%2 so far. It shows up here by itself.")
                        .arg(Math.floor(root.seconds / 60)).arg(String(root.seconds % 60).padStart(2, "0"))
                    wrapMode: Text.Wrap
                }
            }
        }
        ServerState {
            visible: !root.listening
            width: parent.width
        }
        SectionText {
            visible: fresh.count > 0
            width: parent.width
            text: qsTr("New outlets")
            wrapMode: Text.Wrap
        }
        Repeater {
            model: fresh
            NewOutletRow {
                width: column.width
                onAllowRequested: root.allowRequested(face)
            }
        }
    }
}
