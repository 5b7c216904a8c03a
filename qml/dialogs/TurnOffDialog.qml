// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// Lists what is on and turns off what stays ticked. Outlets marked "Keep on" start unticked.
/// Open it with ask() for everything, or ask(ids) for some.
AppDialog {
    id: dialog

    property var faces: []
    property var ticked: ({})
    property int skipped: 0
    readonly property var chosen: faces.filter(face => face && ticked[face.outletId])
    readonly property var kept: faces.filter(face => face && !ticked[face.outletId])

    function ask(ids: var): void {
        const on = App.turnOffCandidates();
        const found = [];
        const ticks = {};
        for (let i = 0; i < on.length; i++) {
            if (ids && ids.indexOf(on[i].outletId) < 0)
                continue;
            found.push(on[i]);
            ticks[on[i].outletId] = !on[i].keepOn;
        }
        skipped = ids ? offlineIn(ids) : 0;
        faces = found;
        ticked = ticks;
        open();
    }
    function offlineIn(ids: var): int {
        return ids.filter(id => App.face(id)?.offline ?? false).length;
    }
    function tick(id: string, on: bool): void {
        const ticks = Object.assign({}, ticked);
        ticks[id] = on;
        ticked = ticks;
    }
    function accept(): void {
        if (chosen.length === 0)
            return;
        App.turnOff(chosen.map(face => face.outletId));
        close();
    }

    title: faces.length === 0 ? qsTr("Nothing to turn off") : qsTr("Turn off %n outlet(s)?", "", chosen.length)
    text: {
        if (faces.length === 0)
            return qsTr("No outlet that can be reached is on.");
        if (kept.length === 1)
            return qsTr("%1 stays on.").arg(kept[0].name);
        return kept.length > 1 ? qsTr("%n outlet(s) stay on.", "", kept.length) : "";
    }
    initialFocus: faces.length === 0 ? cancelButton : null
    primaryEnabled: chosen.length > 0
    onPrimaryRequested: accept()

    Column {
        width: parent.width
        Repeater {
            model: dialog.faces
            delegate: TurnOffRow {
                id: row
                required property var modelData
                width: parent ? parent.width : 0
                face: modelData as OutletFace
                checked: dialog.ticked[modelData.outletId] ?? false
                onToggled: dialog.tick(row.face.outletId, row.checked)
            }
        }
    }
    SmallText {
        width: parent.width
        visible: dialog.skipped > 0
        text: qsTr("%n outlet(s) skipped, offline", "", dialog.skipped)
        wrapMode: Text.Wrap
    }

    footer: [
        AppButton {
            id: cancelButton
            kind: "text"
            text: dialog.faces.length === 0 ? qsTr("Close") : qsTr("Cancel")
            onClicked: dialog.cancel()
        },
        AppButton {
            visible: dialog.faces.length > 0
            kind: "primary"
            enabled: dialog.chosen.length > 0
            text: qsTr("Turn off")
            onClicked: dialog.accept()
        }
    ]
}
