// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound

import QtQuick
import Outlet

/// "Countdown" with its menu of times, and beside it what is running, which can be canceled there.
/// A countdown ends in the opposite of what the outlet is now.
Row {
    id: root

    required property OutletFace face
    /// Little room: only an icon while a countdown is shown beside it.
    property bool compact: false
    readonly property bool turnsOn: !root.face.isOn

    function start(minutes: int) {
        root.face.startCountdown(minutes, root.turnsOn);
    }

    spacing: Theme.s12

    Row {
        visible: root.face.countdownActive
        anchors.verticalCenter: parent.verticalCenter

        Badge {
            anchors.verticalCenter: parent.verticalCenter
            iconName: "timer"
            text: root.face.countdownText
            tone: Ui.ToneAccent
        }
        IconButton {
            iconName: "close"
            iconSize: 18
            tip: qsTr("Cancel countdown")
            onClicked: root.face.cancelCountdown()
        }
    }
    IconButton {
        visible: !button.visible
        anchors.verticalCenter: parent.verticalCenter
        iconName: "timer"
        tip: qsTr("Countdown")
        edged: true
        enabled: root.face.switchable
        onClicked: menu.popup(this, 0, height + Theme.s4)
    }
    AppButton {
        id: button
        visible: !(root.compact && root.face.countdownActive)
        anchors.verticalCenter: parent.verticalCenter
        kind: "outline"
        iconName: "timer"
        text: qsTr("Countdown")
        enabled: root.face.switchable
        onClicked: menu.popup(this, 0, height + Theme.s4)

        AppMenu {
            id: menu
            AppMenuItem {
                text: root.turnsOn ? qsTr("On in 15 min") : qsTr("Off in 15 min")
                onTriggered: root.start(15)
            }
            AppMenuItem {
                text: root.turnsOn ? qsTr("On in 30 min") : qsTr("Off in 30 min")
                onTriggered: root.start(30)
            }
            AppMenuItem {
                text: root.turnsOn ? qsTr("On in 1 h") : qsTr("Off in 1 h")
                onTriggered: root.start(60)
            }
            AppMenuItem {
                text: root.turnsOn ? qsTr("On in 2 h") : qsTr("Off in 2 h")
                onTriggered: root.start(120)
            }
            AppMenuItem {
                text: qsTr("Other…")
                onTriggered: dialog.open()
            }
            AppMenuItem {
                text: qsTr("Cancel countdown")
                visible: root.face.countdownActive
                height: visible ? implicitHeight : 0
                onTriggered: root.face.cancelCountdown()
            }
        }
    }

    CountdownDialog {
        id: dialog
        turnsOn: root.turnsOn
        onChosen: minutes => root.start(minutes)
    }
}
