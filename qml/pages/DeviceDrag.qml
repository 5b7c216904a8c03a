// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// Where a dragged row would land: a line between the rows. Scrolls when the pointer is near an edge.
Item {
    id: root

    required property ListView list
    property real rowHeight: 50
    property int from: -1
    property int gap: -1
    property real pointerY: 0
    signal moved(int from, int to)

    /// The pointer is at \a y of the rows' own coordinates while it drags row \a index.
    function moveTo(index: int, y: real): void {
        root.from = index;
        root.pointerY = y;
        root.gap = Math.max(0, Math.min(root.list.count, Math.round(y / root.rowHeight)));
    }
    function finish(): void {
        const from = root.from;
        const to = root.gap > from ? root.gap - 1 : root.gap;
        root.from = -1;
        root.gap = -1;
        if (from >= 0 && to >= 0 && to !== from)
            root.moved(from, to);
    }

    Rectangle {
        visible: root.from >= 0
        z: 2
        y: root.gap * root.rowHeight - 2
        width: parent.width
        height: 3
        radius: 1.5
        color: Theme.accent
    }
    Timer {
        readonly property real at: root.pointerY - root.list.contentY
        readonly property int by: at < 72 ? -8 : at > root.list.height - 36 ? 8 : 0
        running: root.from >= 0 && by !== 0
        interval: 16
        repeat: true
        onTriggered: {
            const end = root.list.count * root.rowHeight + root.list.bottomMargin - root.list.height;
            const to = Math.max(-root.list.topMargin, Math.min(end, root.list.contentY + by));
            const scrolled = to - root.list.contentY;
            root.list.contentY = to;
            root.moveTo(root.from, root.pointerY + scrolled);
        }
    }
}
