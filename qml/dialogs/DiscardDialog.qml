// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// "Discard changes?" before what was typed is lost. Open it with ask().
AppDialog {
    id: root

    property var then: null

    /// Does \a what once the user agreed.
    function ask(what: var): void {
        then = what;
        open();
    }
    function discard(): void {
        const what = then;
        then = null;
        close();
        what();
    }

    title: qsTr("Discard changes?")
    text: qsTr("What you changed is not saved yet.")
    primaryEnabled: false
    initialFocus: keep

    footer: [
        AppButton {
            id: keep
            kind: "text"
            text: qsTr("Keep editing")
            onClicked: root.cancel()
        },
        AppButton {
            kind: "danger"
            text: qsTr("Discard")
            onClicked: root.discard()
        }
    ]
}
