// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// Asks before the server goes to another port.
AppDialog {
    id: root

    property int port: 0
    signal confirmed()

    function confirm(): void {
        close();
        confirmed();
    }

    title: qsTr("Restart the server on port %1?").arg(port)
    text: port === Server.defaultPort
        ? qsTr("Outlets lose their connection for a moment.")
        : qsTr("Outlets lose their connection. Those on router DNS always call %1 and can’t reach the server on another port.").arg(Server.defaultPort)
    initialFocus: cancelButton
    onPrimaryRequested: confirm()

    footer: [
        AppButton {
            id: cancelButton
            kind: "text"
            text: qsTr("Cancel")
            onClicked: root.cancel()
        },
        AppButton {
            kind: "primary"
            text: qsTr("Restart")
            onClicked: root.confirm()
        }
    ]
}
