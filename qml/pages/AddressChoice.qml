// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Outlet

/// This computer's address, to choose when there are several, and to copy.
Column {
    id: root

    property string address
    signal chosen(string address)

    spacing: Theme.s8

    BodyText {
        width: parent.width
        text: root.address === ""
            ? qsTr("This computer has no address on a home network now. Connect it, then come back.")
            : qsTr("Outlets call this address. Reserve it for this computer in your router, or they lose it when it changes.")
        color: Theme.text2
        wrapMode: Text.Wrap
    }
    RowLayout {
        visible: root.address !== ""
        width: parent.width
        spacing: Theme.s8

        AppComboBox {
            visible: Server.addresses.length > 1
            model: Server.addresses
            currentIndex: Array.from(Server.addresses).indexOf(root.address)
            accessibleName: qsTr("Address of this computer")
            Layout.fillWidth: true
            Layout.maximumWidth: 240
            onActivated: index => root.chosen(Server.addresses[index])
        }
        HeadingText {
            visible: Server.addresses.length <= 1
            text: root.address
            elide: Text.ElideRight
        }
        AppButton {
            kind: "text"
            iconName: "copy"
            text: qsTr("Copy")
            Accessible.description: qsTr("Copies this computer’s address")
            onClicked: App.copy(root.address)
        }
        Item {
            Layout.fillWidth: true
        }
    }
}
