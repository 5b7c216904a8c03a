// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// Puts several outlets into one room. An empty room is allowed: none.
AppDialog {
    id: root

    property var ids: []

    function ask(which: var): void {
        ids = which.slice();
        room.editText = "";
        room.currentIndex = -1;
        open();
    }
    function save(): void {
        App.setRoomFor(ids, room.editText.trim());
        close();
    }

    title: qsTr("Set room")
    text: qsTr("For the outlets that are selected: %1").arg(ids.length)
    initialFocus: room
    onPrimaryRequested: save()

    AppComboBox {
        id: room
        width: parent.width
        editable: true
        model: App.rooms
        accessibleName: qsTr("Room")
        placeholder: qsTr("Room, empty for none")
    }

    footer: [
        AppButton {
            kind: "text"
            text: qsTr("Cancel")
            onClicked: root.cancel()
        },
        AppButton {
            kind: "primary"
            text: qsTr("Set room")
            onClicked: root.save()
        }
    ]
}
