// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// Whether the server's port can be reached at this computer's address, and how to open a firewall.
Panel {
    id: root

    /// Whether somebody can see it; only then the port is tried.
    property bool active: true
    property string address
    /// The user wants to see the commands though nothing seems to need them.
    property bool opened: false
    property int chosen: 0
    readonly property bool shown: watch.needsOpening || opened

    signal serverRequested()

    visible: watch.state !== PortWatch.Unknown
    implicitHeight: column.implicitHeight + 2 * Theme.s20

    PortWatch {
        id: watch
        server: Server
        address: root.address
        active: root.active
    }
    Column {
        id: column
        x: Theme.s20
        y: Theme.s20
        width: parent.width - 2 * x
        spacing: Theme.s12

        SectionText {
            width: parent.width
            text: qsTr("Firewall")
            font.pixelSize: Theme.fontPanel
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        StatusStrip {
            width: parent.width
            lines: 3
            tone: watch.tone
            busy: watch.state === PortWatch.Checking
            iconName: watch.iconName
            text: watch.text
        }
        SmallText {
            visible: text !== ""
            width: parent.width
            text: watch.help
            wrapMode: Text.Wrap
        }
        AppButton {
            visible: watch.state === PortWatch.Closed
            small: true
            text: qsTr("Server settings")
            onClicked: root.serverRequested()
        }
        AppButton {
            visible: !watch.needsOpening && watch.firewalls.length > 0
            small: true
            iconName: "terminal"
            text: root.opened ? qsTr("Hide the commands") : qsTr("How to open a firewall")
            onClicked: root.opened = !root.opened
        }
        Segment {
            visible: root.shown && watch.firewalls.length > 1
            small: true
            model: Array.from(watch.firewalls)
            currentIndex: root.chosen
            accessibleName: qsTr("Firewall")
            onActivated: index => root.chosen = index
        }
        CodeBlock {
            visible: root.shown && text !== ""
            width: parent.width
            text: watch.commands[Math.min(root.chosen, watch.commands.length - 1)] ?? ""
            accessibleName: qsTr("Commands that open the firewall")
            copyDescription: qsTr("Copies the commands")
        }
        SmallText {
            visible: root.shown && watch.firewalls.length > 0
            width: parent.width
            text: Qt.platform.os === "windows"
                ? qsTr("Enter them in a terminal that was started as administrator. They let in only computers and outlets of your home network.")
                : qsTr("Enter them in a terminal; they need an administrator’s password.")
            wrapMode: Text.Wrap
        }
    }
}
