// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// The rows of the Devices page with everything above and below them, scrolling as one; the table's
/// header stays in view. Keys: arrows move, Enter opens, Space selects, Shift+arrows extend, Ctrl+A
/// selects all, Esc clears, F2 edits, Menu opens the actions, Alt+arrows move in My order.
FocusScope {
    id: root

    required property FaceModel known
    required property FaceModel fresh
    required property FaceModel ignored
    required property OutletSelection selection
    property bool compact: false
    readonly property alias head: head

    signal openOutletRequested(string id)
    signal editRequested(OutletFace face)
    signal allowRequested(OutletFace face)
    signal addRequested()
    signal turnOffRequested(var ids)
    signal removeRequested(var ids)
    signal setRoomRequested(var ids)

    readonly property bool movable: root.known.sort === Ui.SortMyOrder && root.known.search === ""
    readonly property real rowHeight: Math.max(root.compact ? 64 : 50,
        Theme.fontBody + Theme.fontSmall + 23)

    /// Scrolls so that the row is seen below the table's header; the first one with all above it.
    function reveal(row: int): void {
        const top = row * rowHeight;
        list.atTop = row === 0;
        if (row === 0 || top < list.contentY + tableHead.height)
            list.contentY = row === 0 ? -list.topMargin : top - tableHead.height;
        else if (top + rowHeight > list.contentY + list.height)
            list.contentY = top + rowHeight - list.height;
    }
    function move(from: int, to: int): void {
        if (!root.movable || from < 0 || to < 0 || to >= root.known.count || from === to)
            return;
        root.known.move(from, to);
        list.currentIndex = to;
        reveal(to);
        const face = root.known.face(to);
        App.announce(qsTr("%1, place %2 of %3").arg(face.name).arg(to + 1).arg(root.known.count));
    }
    function showMenu(face: OutletFace, at: Item): void {
        menu.face = face;
        menu.popup(at, at.width - menu.width, at.height);
    }

    DeviceColumns {
        id: sizes
        tableWidth: root.width
        grips: root.movable && !root.compact
    }
    ListView {
        id: list
        anchors.fill: parent
        focus: true
        activeFocusOnTab: root.known.count > 0
        model: root.known
        currentIndex: 0
        boundsBehavior: Flickable.StopAtBounds
        highlightFollowsCurrentItem: false
        keyNavigationEnabled: false
        reuseItems: false
        ScrollBar.vertical: AppScrollBar {
            parent: root
            x: parent.width + (root.compact ? 4 : 12)
            height: parent.height
        }
        Accessible.role: Accessible.Table
        Accessible.name: qsTr("Your outlets")

        topMargin: head.height + tableHead.height
        // What comes in above the rows is seen when the list stands at its top.
        property bool atTop: true
        onTopMarginChanged: if (atTop) contentY = -topMargin
        onMovementEnded: atTop = contentY <= -topMargin + 1
        onContentYChanged: if (moving) atTop = contentY <= -topMargin + 1
        bottomMargin: foot.height
        delegate: DeviceRow {
            id: row
            required property int index
            width: list.width
            height: root.rowHeight
            columns: sizes
            selection: root.selection
            twoLines: root.compact
            movable: root.movable
            last: index === list.count - 1
            current: ListView.isCurrentItem && list.activeFocus && keys.used
            onPressedByPointer: {
                keys.used = false;
                list.currentIndex = index;
                list.forceActiveFocus(Qt.MouseFocusReason);
            }
            onOpened: root.openOutletRequested(face.outletId)
            onEditRequested: root.editRequested(face)
            onMenuRequested: at => root.showMenu(face, at)
            onDragged: y => drag.moveTo(row.index, y)
            onDropped: drag.finish()
        }

        DeviceHead {
            id: head
            parent: list.contentItem
            y: -list.topMargin
            width: list.width
            fresh: root.fresh
            known: root.known
            selection: root.selection
            compact: root.compact
            onAddRequested: root.addRequested()
            onAllowRequested: face => root.allowRequested(face)
            onTurnOffRequested: root.turnOffRequested(root.selection.ids)
            onRemoveRequested: root.removeRequested(root.selection.ids)
            onSetRoomRequested: root.setRoomRequested(root.selection.ids)
        }
        DeviceFoot {
            id: foot
            parent: list.contentItem
            y: list.count * root.rowHeight
            width: list.width
            known: root.known
            ignored: root.ignored
            searching: root.known.search !== ""
            onClearRequested: head.clearSearch()
            onAddRequested: root.addRequested()
        }
        Panel {
            parent: list.contentItem
            z: -1
            visible: root.known.count > 0
            y: -tableHead.height
            width: list.width
            height: tableHead.height + list.count * root.rowHeight + 1
        }
        DeviceDrag {
            id: drag
            parent: list.contentItem
            width: list.width
            list: list
            rowHeight: root.rowHeight
            onMoved: (from, to) => root.move(from, to)
        }
        Keys.onPressed: event => keys.handle(event)
        // The release of the Tab that led here.
        Keys.onReleased: event => {
            if (event.key === Qt.Key_Tab || event.key === Qt.Key_Backtab)
                keys.used = true;
            event.accepted = false;
        }
        // Tab can lead to what stands above or below the rows.
        readonly property Item focused: Window.activeFocusItem
        onFocusedChanged: {
            for (let item = focused; item; item = item.parent) {
                if (item === head)
                    contentY = -topMargin;
                else if (item === foot)
                    contentY = Math.max(-topMargin, foot.y + foot.height - height);
            }
        }
    }
    DeviceTableHead {
        id: tableHead
        visible: root.known.count > 0
        height: visible ? 37 : 0
        y: Math.max(0, -height - list.contentY)
        width: list.width
        columns: sizes
        selection: root.selection
        twoLines: root.compact
    }
    DeviceKeys {
        id: keys
        list: list
        model: root.known
        selection: root.selection
        onMoveRequested: (from, to) => root.move(from, to)
        onOpenRequested: id => root.openOutletRequested(id)
        onEditRequested: face => root.editRequested(face)
        onRemoveRequested: ids => root.removeRequested(ids)
        onMenuRequested: (face, at) => root.showMenu(face, at)
        onRevealRequested: row => root.reveal(row)
    }
    DeviceMenu {
        id: menu
        onEditRequested: face => root.editRequested(face)
        onRemoveRequested: face => root.removeRequested([face.outletId])
    }
}
