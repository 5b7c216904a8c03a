// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outlet

/// Settings, Server: does it run, on which port and addresses, and who may connect.
SettingsPanel {
    id: root

    readonly property bool edited: port.text.trim() !== String(Server.port) && port.text.trim() !== ""
    property string addressError

    title: qsTr("Server")
    iconName: "server"

    ServerState {
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: Theme.s12
        Layout.topMargin: Theme.s8

        AppField {
            id: port
            label: qsTr("Port")
            text: Server.port
            inputMethodHints: Qt.ImhDigitsOnly
            maximumLength: 6
            error: root.edited ? Server.portError(text) : ""
            Layout.preferredWidth: 227
            Layout.fillWidth: true
            Layout.maximumWidth: 320
            onAccepted: if (save.enabled) restart.open()
        }
        AppButton {
            id: save
            kind: "primary"
            text: qsTr("Save")
            enabled: root.edited && port.error === ""
            Layout.alignment: Qt.AlignBottom
            Layout.bottomMargin: port.error === "" ? 0 : 22
            onClicked: restart.open()
        }
    }
    SmallText {
        text: qsTr("Outlets on router DNS always call %1.").arg(Server.defaultPort)
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    SmallText {
        visible: addresses.count > 0
        text: qsTr("Listen on")
        font.weight: Font.Medium
        Layout.topMargin: Theme.s8
    }
    Repeater {
        id: addresses
        model: Server.bindAddresses
        RowLayout {
            id: address
            required property var modelData
            Layout.fillWidth: true

            AppCheckBox {
                text: address.modelData.address
                description: ""
                checked: address.modelData.selected
                nextCheckState: () => checkState // the server decides
                Layout.fillWidth: true
                onClicked: root.addressError = Server.selectAddress(address.modelData.address, !checked)
            }
            SmallText {
                text: address.modelData.label
            }
        }
    }
    SmallText {
        visible: root.addressError !== ""
        text: root.addressError
        color: Theme.dangerText
        wrapMode: Text.Wrap
        Layout.fillWidth: true
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
    SmallText {
        text: qsTr("Outlets may connect from private networks, never from the internet.")
        wrapMode: Text.Wrap
        Layout.fillWidth: true
        Layout.topMargin: Theme.s8
    }
    RestartServerDialog {
        id: restart
        port: parseInt(port.text)
        onConfirmed: Server.setPort(restart.port)
    }
}
