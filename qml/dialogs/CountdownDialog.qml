// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// Asks for a countdown's length in whole minutes, up to a day.
AppDialog {
    id: root

    property bool turnsOn: false
    signal chosen(int minutes)

    readonly property int minutes: /^[0-9]{1,4}$/.test(field.text.trim()) ? parseInt(field.text) : 0
    readonly property bool valid: minutes >= 1 && minutes <= 1440

    function start(): void {
        close();
        chosen(minutes);
    }

    title: turnsOn ? qsTr("Turn on after a time") : qsTr("Turn off after a time")
    initialFocus: field
    primaryEnabled: valid
    onAboutToShow: field.text = ""
    onPrimaryRequested: start()

    AppField {
        id: field
        width: parent.width
        label: qsTr("Minutes")
        suffix: qsTr("min")
        inputMethodHints: Qt.ImhDigitsOnly
        maximumLength: 6
        error: text !== "" && !root.valid ? qsTr("Enter minutes from 1 to 1440.") : ""
    }

    footer: [
        AppButton {
            kind: "text"
            text: qsTr("Cancel")
            onClicked: root.cancel()
        },
        AppButton {
            kind: "primary"
            text: qsTr("Start")
            enabled: root.valid
            onClicked: root.start()
        }
    ]
}
