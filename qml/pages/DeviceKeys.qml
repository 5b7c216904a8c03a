// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// What the keyboard does in the table of the Devices page.
QtObject {
    id: root

    required property ListView list
    required property DeviceList page

    function step(by: int, extend: bool): void {
        const to = Math.max(0, Math.min(root.list.count - 1, root.list.currentIndex + by));
        const selection = root.page.selection;
        if (extend && selection.anchorId === "")
            selection.toggle(root.page.currentFace().outletId);
        root.list.currentIndex = to;
        root.list.positionViewAtIndex(to, ListView.Contain);
        if (extend)
            selection.extendTo(root.page.currentFace().outletId);
    }

    function handle(event: var): void {
        const face = root.page.currentFace();
        const alt = event.modifiers & Qt.AltModifier;
        const shift = event.modifiers & Qt.ShiftModifier;
        const row = root.list.currentIndex;
        event.accepted = true;
        if (event.key === Qt.Key_Escape && root.page.selection.count > 0)
            root.page.selection.clear();
        else if (!face)
            event.accepted = false;
        else if (event.key === Qt.Key_Up && alt)
            root.page.move(row, row - 1);
        else if (event.key === Qt.Key_Down && alt)
            root.page.move(row, row + 1);
        else if (event.key === Qt.Key_Up)
            root.step(-1, shift);
        else if (event.key === Qt.Key_Down)
            root.step(1, shift);
        else if (event.key === Qt.Key_Home)
            root.step(-row, shift);
        else if (event.key === Qt.Key_End)
            root.step(root.list.count, shift);
        else if (event.key === Qt.Key_Space)
            shift ? root.page.selection.extendTo(face.outletId) : root.page.selection.toggle(face.outletId);
        else if (event.key === Qt.Key_A && event.modifiers & Qt.ControlModifier)
            root.page.selection.selectAll();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            root.page.openOutletRequested(face.outletId);
        else if (event.key === Qt.Key_F2)
            root.page.editRequested(face);
        else if (event.key === Qt.Key_Delete)
            root.page.removeRequested(root.page.selection.count > 0 ? root.page.selection.ids : [face.outletId]);
        else if (event.key === Qt.Key_Menu || (event.key === Qt.Key_F10 && shift))
            root.page.showMenu(face, root.list.currentItem);
        else
            event.accepted = false;
    }
}
