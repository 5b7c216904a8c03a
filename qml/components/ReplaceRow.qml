// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// A row of the edit sheet: giving the outlet's history to its successor, or taking back what it
/// was given.
Item {
    id: row

    required property OutletFace face
    signal triggered()
    signal undone()

    /// The newest replacement that can be undone, by which this outlet got another's history.
    readonly property var all: App.replacing.replacements
    readonly property var given: all.find(each => each.outletId === row.face?.outletId)

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
            text: row.given ? qsTr("Replacement") : qsTr("Replace this outlet")
            wrapMode: Text.Wrap
        }
        SmallText {
            width: parent.width
            text: row.given ? row.given.text : qsTr("Its history goes on with the one in its place.")
            wrapMode: Text.Wrap
        }
    }
    AppButton {
        id: button
        anchors.right: parent.right
        y: Theme.s20
        iconName: row.given ? "undo" : "retry"
        text: row.given ? qsTr("Undo") : qsTr("Replace…")
        onClicked: {
            if (!row.given)
                return row.triggered();
            App.replacing.undo(row.given.id);
            row.undone();
        }
    }
}
