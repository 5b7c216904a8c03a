// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// What the keyboard does in the table of the Devices page.
QtObject {
    id: root

    required property ListView list
    required property FaceModel model
    required property OutletSelection selection

    /// The last thing used was the keyboard, so the ring shows where it is.
    property bool used: false

    signal moveRequested(int from, int to)
    signal revealRequested(int row)
    signal openRequested(string id)
    signal editRequested(OutletFace face)
    signal removeRequested(var ids)
    signal menuRequested(OutletFace face, Item at)

    function step(by: int, extend: bool): void {
        const from = model.face(list.currentIndex);
        const to = Math.max(0, Math.min(list.count - 1, list.currentIndex + by));
        if (extend && selection.anchorId === "")
            selection.toggle(from.outletId);
        list.currentIndex = to;
        revealRequested(to);
        if (extend)
            selection.extendTo(model.face(to).outletId);
    }

    /// Takes the keys it knows; leaves the others unaccepted.
    function handle(event: KeyEvent): void {
        const row = list.currentIndex;
        const face = model.face(row);
        const alt = event.modifiers & Qt.AltModifier;
        const shift = event.modifiers & Qt.ShiftModifier;
        used = true;
        event.accepted = true;
        if (event.key === Qt.Key_Escape && selection.count > 0)
            selection.clear();
        else if (!face)
            event.accepted = false;
        else if (event.key === Qt.Key_Up)
            alt ? moveRequested(row, row - 1) : step(-1, shift);
        else if (event.key === Qt.Key_Down)
            alt ? moveRequested(row, row + 1) : step(1, shift);
        else if (event.key === Qt.Key_Home)
            step(-row, shift);
        else if (event.key === Qt.Key_End)
            step(list.count, shift);
        else if (event.key === Qt.Key_Space)
            shift ? selection.extendTo(face.outletId) : selection.toggle(face.outletId);
        else if (event.key === Qt.Key_A && event.modifiers & Qt.ControlModifier)
            selection.selectAll();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            openRequested(face.outletId);
        else if (event.key === Qt.Key_F2)
            editRequested(face);
        else if (event.key === Qt.Key_F1)
            App.openDiagnostics(face.outletId);
        else if (event.key === Qt.Key_Delete)
            removeRequested(selection.count > 0 ? selection.ids : [face.outletId]);
        else if (event.key === Qt.Key_Menu || (event.key === Qt.Key_F10 && shift))
            menuRequested(face, list.currentItem);
        else
            event.accepted = false;
    }
}
