// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outlet

/// The wizard's second step: the network's name and password, and the address of this computer that
/// the outlet is told. The password goes from its field to the wizard and is nowhere else.
FocusScope {
    id: root

    property real room: 0
    readonly property bool compact: width < Theme.compactBelow
    readonly property bool isBroadcast: Setup.way === Setup.SmartConfig

    function submit(): void {
        Setup.connectOutlet(network.text, password);
        if (Setup.step === Setup.Wifi)
            (Setup.nameError.length > 0 ? network : password).forceActiveFocus(Qt.TabFocusReason);
    }

    implicitHeight: column.height
    Component.onCompleted: {
        network.text = Setup.networkName;
        // Once: a binding would take the focus back whenever the wizard tells of something.
        (network.text.length > 0 ? password : network).focus = true;
    }

    Connections {
        target: Setup
        function onChanged(): void { // the system says which network this computer is in
            if (network.text.length === 0 && !network.activeFocus)
                network.text = Setup.networkName;
        }
    }
    Column {
        id: column
        width: parent.width
        spacing: Theme.s16

        Column {
            width: parent.width
            HeadingText {
                width: parent.width
                text: qsTr("Which Wi‑Fi should it join?")
                wrapMode: Text.Wrap
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            BodyText {
                width: parent.width
                text: qsTr("The outlet uses this network from now on.")
                color: Theme.text2
                wrapMode: Text.Wrap
            }
        }
        GridLayout {
            width: parent.width
            columns: root.width >= 860 ? 2 : 1
            columnSpacing: Theme.s32
            rowSpacing: Theme.s16

            Panel {
                implicitHeight: form.height + 2 * form.y
                Layout.fillWidth: true
                Layout.maximumWidth: root.width >= 860 ? 560 : root.width
                Layout.alignment: Qt.AlignTop

                Column {
                    id: form
                    x: root.compact ? Theme.s16 : Theme.s24
                    y: Theme.s24
                    width: parent.width - 2 * x
                    spacing: Theme.s16

                    NetworkField {
                        id: network
                        width: parent.width
                        error: Setup.nameError
                        onTextEdited: Setup.forgetMistakes()
                        onAccepted: password.forceActiveFocus(Qt.TabFocusReason)
                    }
                    Column {
                        width: parent.width
                        spacing: Theme.s4
                        PasswordField {
                            id: password
                            width: parent.width
                            label: qsTr("Password")
                            maximumLength: 64
                            error: Setup.passwordError
                            onTextEdited: Setup.forgetMistakes()
                            onAccepted: root.submit()
                        }
                        CaptionText {
                            width: parent.width
                            text: qsTr("Used for this setup alone. Outlet does not store it. Leave it empty for an open network.")
                            color: Theme.text2
                            wrapMode: Text.Wrap
                        }
                    }
                    Column {
                        width: parent.width
                        spacing: Theme.s4
                        Labeled {
                            width: parent.width
                            visible: Setup.addresses.length > 0
                            Keys.onReturnPressed: root.submit()
                            Keys.onEnterPressed: root.submit()
                            label: qsTr("Server address the outlet will use")
                            AppComboBox {
                                width: parent.width
                                model: Setup.addresses
                                currentIndex: Setup.addressIndex
                                accessibleName: qsTr("Server address the outlet will use")
                                onActivated: index => Setup.addressIndex = index
                            }
                        }
                        CaptionText {
                            width: parent.width
                            visible: Setup.addressAdvice.length === 0
                            text: qsTr("If this address changes, outlets lose contact. Reserve it in your router.")
                            color: Theme.text2
                            wrapMode: Text.Wrap
                        }
                        NoticeBox {
                            width: parent.width
                            visible: Setup.addressAdvice.length > 0
                            tone: Ui.ToneWarn
                            iconName: "warning"
                            title: qsTr("About this address")
                            SmallText {
                                width: parent.width
                                text: Setup.addressAdvice
                                color: Theme.warnText
                                wrapMode: Text.Wrap
                            }
                        }
                    }
                    Toggle {
                        width: parent.width
                        checked: Setup.remembersName
                        text: qsTr("Remember this network")
                        description: qsTr("Fills in the name next time, never the password.")
                        onToggled: Setup.remembersName = checked
                    }
                }
            }
            ColumnLayout {
                spacing: Theme.s16
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop

                SetupFact {
                    readonly property bool unseen: Setup.wifi.isOnly5GHz(network.text)
                    iconName: unseen ? "warning" : "info"
                    tone: unseen ? Ui.ToneWarn : Ui.ToneInfo
                    title: unseen ? qsTr("“%1” is on 5 GHz alone").arg(network.text) : qsTr("2.4 GHz only")
                    text: unseen ? qsTr("Outlets can’t see it. Choose the router’s network on 2.4 GHz, or turn that on in the router.")
                        : qsTr("These outlets can’t see 5 GHz networks. If your router uses one name for both bands, that is fine.")
                    Layout.fillWidth: true
                }
                SetupFact {
                    iconName: "warning"
                    tone: Ui.ToneWarn
                    title: qsTr("It can be overheard")
                    text: root.isBroadcast
                        ? qsTr("SmartConfig sends the password in a form that someone nearby could record, and so does the outlet’s own Wi‑Fi. If that worries you, use a guest network for outlets, or change the password afterwards.")
                        : qsTr("The outlet’s own Wi‑Fi is open: someone nearby could record the password while it is sent, as with SmartConfig. If that worries you, use a guest network for outlets, or change the password afterwards.")
                    Layout.fillWidth: true
                }
                SetupFact {
                    visible: Server.state === Ui.ServerListening && Server.port !== Server.defaultPort
                    iconName: "server"
                    tone: Ui.ToneWarn
                    title: qsTr("Outlets call port %1").arg(Server.defaultPort)
                    text: qsTr("The server listens at port %1, where no outlet looks for it. Change it in Settings, Server, unless something forwards it.")
                        .arg(Server.port)
                    Layout.fillWidth: true
                }
            }
        }
    }
}
