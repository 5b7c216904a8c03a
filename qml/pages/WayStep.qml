// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Outlet

/// The wizard's first step: how the outlet hears of this computer, and what to do with its button.
FocusScope {
    id: root

    property real room: 0
    /// Enter was pressed where nothing else wants it.
    signal goOnRequested()

    function showHelp(): void {
        help.visible = !help.visible;
    }

    function move(by: int): void {
        const ways = 3;
        Setup.way = (Setup.way + by + ways) % ways;
        const card = own.checked ? own : router.checked ? router : broadcast;
        card.forceActiveFocus(Qt.TabFocusReason);
    }

    Keys.onReturnPressed: goOnRequested()
    Keys.onEnterPressed: goOnRequested()
    implicitHeight: column.height

    ButtonGroup {
        id: ways
    }
    Column {
        id: column
        width: parent.width
        spacing: Theme.s16

        Column {
            width: parent.width
            HeadingText {
                width: parent.width
                text: qsTr("How should the outlet connect?")
                wrapMode: Text.Wrap
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            BodyText {
                width: parent.width
                text: qsTr("Your outlet talks only to this computer. No account and no cloud.")
                color: Theme.text2
                wrapMode: Text.Wrap
            }
        }
        NoticeBox {
            id: help
            width: parent.width
            visible: false
            title: qsTr("When the light does not turn blue")
            lines: [
                qsTr("Keep holding the button. How long it takes differs between outlets."),
                qsTr("Let go, wait a moment, and hold it again."),
                qsTr("It blinks slowly and is never steady: choose the outlet’s own Wi‑Fi.")
            ]
        }
        GridLayout {
            width: parent.width
            columns: root.width >= 860 ? 3 : 1
            columnSpacing: Theme.s16
            rowSpacing: Theme.s12

            WayCard {
                id: broadcast
                way: Setup.SmartConfig
                focus: checked
                ButtonGroup.group: ways
                onStepRequested: by => root.move(by)
                iconName: "broadcast"
                title: qsTr("SmartConfig")
                about: qsTr("This computer sends your Wi‑Fi details and the outlet picks them up.")
                needs: [qsTr("This computer on the same Wi‑Fi"), qsTr("A network with a 2.4 GHz band")]
                time: qsTr("About 1 minute")
                recommended: true
            }
            WayCard {
                id: own
                way: Setup.AccessPoint
                focus: checked
                ButtonGroup.group: ways
                onStepRequested: by => root.move(by)
                iconName: "signal3"
                title: qsTr("The outlet’s own Wi‑Fi")
                about: qsTr("You join the outlet’s temporary network, then come back here. Works when SmartConfig fails.")
                needs: [qsTr("A computer with Wi‑Fi"), qsTr("Your Wi‑Fi password")]
                time: qsTr("About 3 minutes")
            }
            WayCard {
                id: router
                way: Setup.RouterDns
                focus: checked
                ButtonGroup.group: ways
                onStepRequested: by => root.move(by)
                iconName: "router"
                title: qsTr("Router DNS")
                about: qsTr("For outlets already on your Wi‑Fi. Your router points them to this computer.")
                needs: [qsTr("An outlet set up earlier with VeSync"), qsTr("Access to your router settings")]
                time: qsTr("About 5 minutes")
            }
        }
        ReadyPanel {
            width: parent.width
        }
    }
}
