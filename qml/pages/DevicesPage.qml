// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// All outlets: new ones that wait, the known ones as a table, the ignored ones.
FocusScope {
    id: root

    signal openOutletRequested(string id)
    signal editRequested(OutletFace face)
    signal allowRequested(OutletFace face)
    signal addRequested()
    signal turnOffRequested(var ids)

    readonly property real windowWidth: Window.window ? Window.window.width : width
    readonly property bool compact: windowWidth < Theme.compactBelow
    readonly property real margin: compact ? Theme.s16
        : windowWidth >= Theme.mediumBelow ? Theme.s32 : Theme.s24

    function focusSearch(): void {
        table.head.focusSearch();
    }

    FaceModel {
        id: known
        search: table.head.search
        sort: table.head.sort
    }
    FaceModel {
        id: fresh
        decision: Ui.DecisionNew
    }
    FaceModel {
        id: ignored
        decision: Ui.DecisionIgnored
    }
    OutletSelection {
        id: picked
        model: known
    }

    DeviceList {
        id: table
        anchors.fill: parent
        anchors.leftMargin: Math.max(root.margin, (root.width - Theme.contentMax) / 2)
        anchors.rightMargin: anchors.leftMargin
        focus: true
        known: known
        fresh: fresh
        ignored: ignored
        selection: picked
        compact: root.compact
        onOpenOutletRequested: id => root.openOutletRequested(id)
        onEditRequested: face => root.editRequested(face)
        onAllowRequested: face => root.allowRequested(face)
        onAddRequested: root.addRequested()
        onTurnOffRequested: ids => root.turnOffRequested(ids)
        onRemoveRequested: ids => remove.ask(ids)
        onSetRoomRequested: ids => setRoom.ask(ids)
    }
    RemoveDialog {
        id: remove
    }
    SetRoomDialog {
        id: setRoom
    }
}
