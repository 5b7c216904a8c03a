// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// What keeps outlets from coming, as far as it is known.
Panel {
    id: root

    property string address

    implicitHeight: column.implicitHeight + 2 * Theme.s20

    Column {
        id: column
        x: Theme.s20
        y: Theme.s20
        width: parent.width - 2 * x
        spacing: Theme.s12

        SectionText {
            width: parent.width
            text: qsTr("Nothing comes?")
            font.pixelSize: Theme.fontPanel
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        NoticeBox {
            visible: Server.port !== Server.defaultPort && Server.state === Ui.ServerListening
            width: parent.width
            tone: Ui.ToneWarn
            iconName: "warning"
            title: qsTr("The server uses port %1. Outlets on router DNS always call %2; change it in Settings, Server.")
                .arg(Server.port).arg(Server.defaultPort)
        }
        Repeater {
            model: [
                { icon: "router", text: qsTr("The outlet asks another DNS server. It must be the one you changed.") },
                { icon: "link", text: root.address === "" ? qsTr("This computer’s address changed.")
                    : qsTr("This computer’s address changed. It is %1 now.").arg(root.address) },
                { icon: "power", text: qsTr("The outlet remembers the old answer. Unplug it for a moment.") },
                { icon: "info", text: qsTr("Its firmware is 1.1.x. That one probably works only with the maker’s cloud.") }
            ]
            Row {
                id: hint
                required property var modelData
                spacing: Theme.s12
                Icon {
                    name: hint.modelData.icon
                    size: 18
                }
                SmallText {
                    width: column.width - 30
                    text: hint.modelData.text
                    wrapMode: Text.Wrap
                }
            }
        }
    }
}
