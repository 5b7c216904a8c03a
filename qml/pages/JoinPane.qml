// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// How this computer gets into the outlet's own network: with one press where the system can, in
/// words where it can't. What comes next starts by itself once the computer is there.
FocusScope {
    id: root

    readonly property SetupWifi wifi: Setup.wifi

    implicitHeight: column.height

    Timer {
        running: root.wifi.isHelpful && root.wifi.joining.length === 0
        interval: 8000
        repeat: true
        onTriggered: root.wifi.search()
    }
    Column {
        id: column
        width: parent.width
        spacing: Theme.s16

        Column {
            width: parent.width
            HeadingText {
                width: parent.width
                text: qsTr("Join the outlet’s own Wi‑Fi")
                wrapMode: Text.Wrap
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            BodyText {
                width: parent.width
                text: qsTr("Its name begins with ESP_ and it has no password. This computer is offline there for a moment; that is as it should be.")
                color: Theme.text2
                wrapMode: Text.Wrap
            }
        }
        Column {
            width: parent.width
            visible: root.wifi.isHelpful
            Repeater {
                model: root.wifi.outletNames
                StepRow {
                    id: network
                    required property string modelData
                    width: column.width
                    iconName: "signal3"
                    title: modelData
                    text: root.wifi.joining === modelData ? qsTr("Joining…") : qsTr("An outlet’s own network")
                    buttonText: qsTr("Join")
                    enabled: root.wifi.joining.length === 0
                    onTriggered: root.wifi.join(modelData)
                }
            }
            StageRow {
                width: parent.width
                visible: root.wifi.outletNames.length === 0
                state_: "running"
                title: qsTr("Looking for an outlet’s network")
                detail: qsTr("It shows up when the light blinks blue slowly.")
            }
        }
        Column {
            width: parent.width
            visible: !root.wifi.isHelpful
            spacing: Theme.s12
            Repeater {
                model: [
                    qsTr("Open this computer’s Wi‑Fi settings."),
                    qsTr("Choose the network whose name begins with ESP_."),
                    qsTr("Stay in it even if the system says that it has no internet.")
                ]
                SetupStep {
                    required property int index
                    required property string modelData
                    width: column.width
                    number: index + 1
                    title: modelData
                }
            }
        }
        NoticeBox {
            width: parent.width
            visible: root.wifi.problem.length > 0
            tone: Ui.ToneWarn
            iconName: "warning"
            title: root.wifi.problem
        }
        StageRow {
            width: parent.width
            state_: root.wifi.isNear ? "done" : "running"
            title: root.wifi.isNear ? qsTr("This computer is in a network like the outlet’s")
                : qsTr("Waiting for this computer to be there")
            detail: root.wifi.isNear ? qsTr("If it is the outlet’s, press Send now.")
                : qsTr("Goes on by itself. If it does not, press Send now.")
        }
    }
}
