// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outlet

/// How an outlet that is already on the Wi-Fi gets here: the router answers with this computer's
/// address when the outlet asks for its server. Shows what arrives.
ScrollPage {
    id: root

    signal backRequested()
    /// Back to the choice among the ways.
    signal wayRequested()
    signal allowRequested(OutletFace face)
    signal serverRequested()

    /// The address that outlets are led to: the likeliest one, until another is chosen.
    property string chosenAddress
    readonly property string address: Array.from(Server.addresses).indexOf(chosenAddress) >= 0
        ? chosenAddress : Server.primaryAddress

    PageHeader {
        width: parent.width
        title: qsTr("Add an outlet")
        backVisible: true
        onBackClicked: root.wayRequested()

        IconButton {
            iconName: "close"
            tip: qsTr("Close")
            edged: true
            iconColor: Theme.text
            onClicked: root.backRequested()
        }
    }
    Column {
        width: parent.width
        HeadingText {
            width: parent.width
            text: qsTr("Point the outlet to this computer")
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        BodyText {
            width: parent.width
            text: qsTr("For outlets that are on your Wi\u2011Fi already, set up earlier with VeSync. Your router tells them that their server is this computer. No account and no cloud.")
            color: Theme.text2
            wrapMode: Text.Wrap
        }
    }
    GridLayout {
        width: parent.width
        columns: root.large ? 2 : 1
        columnSpacing: Theme.s16
        rowSpacing: Theme.s16

        ColumnLayout {
            spacing: Theme.s16
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop

            Panel {
                implicitHeight: steps.implicitHeight + 2 * Theme.s20
                Layout.fillWidth: true

                Column {
                    id: steps
                    x: root.compact ? Theme.s16 : Theme.s20
                    y: Theme.s20
                    width: parent.width - 2 * x
                    spacing: Theme.s24

                    SetupStep {
                        width: parent.width
                        number: 1
                        title: qsTr("Keep this computer’s address")
                        AddressChoice {
                            width: parent.width
                            address: root.address
                            onChosen: address => root.chosenAddress = address
                        }
                    }
                    SetupStep {
                        width: parent.width
                        number: 2
                        title: qsTr("Point two names to it")
                        DnsSnippet {
                            width: parent.width
                            address: root.address
                        }
                    }
                    SetupStep {
                        width: parent.width
                        number: 3
                        title: qsTr("Unplug the outlet and plug it back in")
                        BodyText {
                            width: parent.width
                            text: qsTr("Only then does it look up the names again. Wait until its light has settled.")
                            color: Theme.text2
                            wrapMode: Text.Wrap
                        }
                    }
                }
            }
            FirewallPanel {
                active: root.seen
                address: root.address
                Layout.fillWidth: true
                onServerRequested: root.serverRequested()
            }
        }
        ColumnLayout {
            spacing: Theme.s16
            Layout.preferredWidth: root.wide ? 400 : root.large ? 360 : root.width
            Layout.maximumWidth: Layout.preferredWidth
            Layout.fillWidth: !root.large
            Layout.alignment: Qt.AlignTop

            WaitingPanel {
                Layout.fillWidth: true
                onAllowRequested: face => root.allowRequested(face)
            }
            DnsPanel {
                active: root.seen
                Layout.fillWidth: true
            }
            SetupHints {
                address: root.address
                Layout.fillWidth: true
            }
        }
    }
}
