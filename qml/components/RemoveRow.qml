// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// The last row of the edit sheet: removing the outlet, and what that means.
Item {
    id: row

    signal triggered()

    implicitHeight: Theme.s20 + Math.max(words.height, button.height)

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.outline
    }
    Column {
        id: words
        width: button.x - Theme.s12
        anchors.verticalCenter: button.verticalCenter
        LabelText {
            width: parent.width
            text: qsTr("Remove this outlet")
            wrapMode: Text.Wrap
        }
        SmallText {
            width: parent.width
            text: qsTr("Its history stays until you delete it in Settings.")
            wrapMode: Text.Wrap
        }
    }
    AppButton {
        id: button
        anchors.right: parent.right
        y: Theme.s20
        kind: "dangerOutline"
        iconName: "trash"
        text: qsTr("Remove")
        onClicked: row.triggered()
    }
}
