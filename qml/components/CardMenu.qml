// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// What can be done with the outlet of a card: by right click or the Menu key.
AppMenu {
    id: menu

    property OutletFace face
    signal openRequested(string id)
    signal editRequested(OutletFace face)
    signal removeRequested(OutletFace face)

    function openFor(outlet: OutletFace, card: Item, x: real, y: real): void {
        face = outlet;
        parent = card;
        popup(x, y);
    }

    AppMenuItem {
        iconName: "forward"
        text: qsTr("Open")
        onTriggered: menu.openRequested(menu.face.outletId)
    }
    AppMenuItem {
        iconName: "power"
        text: menu.face?.isOn ? qsTr("Turn off") : qsTr("Turn on")
        enabled: menu.face?.switchable ?? false
        onTriggered: menu.face.setRelay(!menu.face.isOn)
    }
    AppMenuItem {
        iconName: "edit"
        text: qsTr("Edit")
        onTriggered: menu.editRequested(menu.face)
    }
    AppMenuItem {
        iconName: "copy"
        text: qsTr("Copy ID")
        onTriggered: menu.face.copyId()
    }
    AppMenuItem {
        iconName: "retry"
        text: qsTr("Replace…")
        enabled: App.replacing.available
        onTriggered: App.askReplace(menu.face.outletId)
    }
    AppMenuItem {
        iconName: "trash"
        text: qsTr("Remove…")
        danger: true
        onTriggered: menu.removeRequested(menu.face)
    }
}
