// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// Which outlets of the list are ticked, by id, so that sorting and searching do not change it.
QtObject {
    id: root

    required property FaceModel model
    /// Ids of the ticked outlets; replaced as a whole on every change.
    property var ids: []
    /// Where a Shift range starts.
    property string anchorId
    readonly property int count: ids.length
    readonly property bool all: count > 0 && count >= model.count
    readonly property bool some: count > 0

    function has(id: string): bool {
        return root.ids.indexOf(id) >= 0;
    }
    function set(id: string, on: bool) {
        const others = root.ids.filter(other => other !== id);
        root.ids = on ? others.concat([id]) : others;
    }
    function toggle(id: string) {
        root.set(id, !root.has(id));
        root.anchorId = id;
    }
    /// Ticks everything between the last ticked one and \a id.
    function extendTo(id: string) {
        const from = root.model.indexOfId(root.anchorId);
        const to = root.model.indexOfId(id);
        if (from < 0 || to < 0) {
            root.toggle(id);
            return;
        }
        const ids = root.ids.slice();
        for (let row = Math.min(from, to); row <= Math.max(from, to); ++row) {
            const each = root.model.face(row).outletId;
            if (ids.indexOf(each) < 0)
                ids.push(each);
        }
        root.ids = ids;
    }
    function selectAll() {
        const ids = [];
        for (let row = 0; row < root.model.count; ++row)
            ids.push(root.model.face(row).outletId);
        root.ids = ids;
    }
    function clear() {
        root.ids = [];
        root.anchorId = "";
    }
    /// Drops those that are no longer shown, so that no action reaches what cannot be seen.
    function prune() {
        if (root.count > 0)
            root.ids = root.ids.filter(id => root.model.indexOfId(id) >= 0);
    }

    readonly property Connections watch: Connections {
        target: root.model
        function onCountChanged() {
            root.prune();
        }
    }
}
