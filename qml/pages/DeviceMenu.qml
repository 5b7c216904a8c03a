// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// What can be done with one outlet of the table.
AppMenu {
    id: root

    property OutletFace face: null
    signal editRequested(OutletFace face)
    signal removeRequested(OutletFace face)

    AppMenuItem {
        iconName: "edit"
        text: qsTr("Edit")
        onTriggered: root.editRequested(root.face)
    }
    AppMenuItem {
        iconName: "pulse"
        text: qsTr("Diagnostics")
        onTriggered: App.openDiagnostics(root.face.outletId)
    }
    AppMenuItem {
        iconName: "power"
        text: root.face?.isOn ? qsTr("Turn off") : qsTr("Turn on")
        enabled: root.face?.switchable ?? false
        onTriggered: root.face.setRelay(!root.face.isOn)
    }
    AppMenuItem {
        iconName: "copy"
        text: qsTr("Copy ID")
        onTriggered: root.face.copyId()
    }
    AppMenuItem {
        iconName: "retry"
        text: qsTr("Replace…")
        enabled: App.replacing.available
        onTriggered: App.askReplace(root.face.outletId)
    }
    AppMenuItem {
        iconName: "trash"
        text: qsTr("Remove")
        danger: true
        onTriggered: root.removeRequested(root.face)
    }
}
