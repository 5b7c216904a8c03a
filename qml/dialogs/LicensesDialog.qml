// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// The licenses of Outlet and of what it is built on.
AppDialog {
    id: root

    title: qsTr("Licenses")
    initialFocus: closeButton
    onPrimaryRequested: close()

    SmallText {
        width: parent.width
        text: App.licensesText
        color: Theme.text
        wrapMode: Text.Wrap
    }
    footer: AppButton {
        id: closeButton
        text: qsTr("Close")
        onClicked: root.close()
    }
}
