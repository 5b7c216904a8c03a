// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// All of one message.
AppDialog {
    id: root

    property string frameText

    function show(text: string): void {
        if (text === "")
            return;
        frameText = text;
        open();
    }

    title: qsTr("Message")
    initialFocus: closeButton
    onPrimaryRequested: close()

    MonoText {
        width: parent.width
        text: root.frameText
        accessibleName: qsTr("Message")
    }
    footer: [
        AppButton {
            kind: "text"
            iconName: "copy"
            text: qsTr("Copy")
            onClicked: App.copy(root.frameText)
        },
        AppButton {
            id: closeButton
            text: qsTr("Close")
            onClicked: root.close()
        }
    ]
}
