// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// Asks before a shorter retention drops what is older. Open it with ask().
AppDialog {
    id: root

    function ask(question: string, what: string): void {
        title = question;
        text = what;
        open();
    }

    primaryEnabled: false
    initialFocus: keep

    footer: [
        AppButton {
            id: keep
            kind: "text"
            text: qsTr("Cancel")
            onClicked: root.cancel()
        },
        AppButton {
            kind: "danger"
            text: qsTr("Keep less")
            onClicked: {
                root.close();
                FileCare.agreeToShorten();
            }
        }
    ]
}
