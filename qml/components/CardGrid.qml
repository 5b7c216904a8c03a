// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// The outlets as cards, in the user's own order or by room. Arrows move the focus; dragging or
/// Alt+arrows move a card. Only cards near what `flickable` shows exist.
FocusScope {
    id: grid

    required property FaceModel model
    required property Flickable flickable
    property bool singleColumn: false
    property int currentIndex: 0
    signal openRequested(string id)
    signal editRequested(OutletFace face)
    signal menuRequested(OutletFace face, Item card, real x, real y)

    readonly property int gap: singleColumn ? Theme.s12 : Theme.s16
    readonly property int headerHeight: Math.round(40 * Theme.textScale)
    readonly property int minWidth: Math.round(252 * Theme.textScale)
    readonly property int columns: singleColumn ? 1 : Math.max(1, Math.floor((width + gap) / (minWidth + gap)))
    readonly property int cardWidth: {
        const share = Math.floor((width - (columns - 1) * gap) / columns);
        return columns === 1 ? share : Math.min(share, Math.round(360 * Theme.textScale));
    }
    readonly property int cardHeight: Math.round(2 * 17 + 40 + 70 * Theme.textScale
        + Math.max(Theme.smallControlHeight, Theme.fontSmall * 1.3 + Theme.s12)
        + (App.energy.available ? Theme.s8 + Theme.fontSmall * 1.4 : 0))
    readonly property int rowHeight: cardHeight + gap
    readonly property bool canMove: model.sort === Ui.SortMyOrder && !model.groupByRoom
        && model.search.length === 0
    // One row more at each end. In steps, so that not every cell looks at every pixel of scrolling.
    readonly property real shownFrom: Math.floor((flickable.contentY - y) / 200) * 200 - 200
    // Nothing before the sizes are known: what is made then would be thrown away.
    readonly property real shownTo: width > 0 && flickable.height > 0 ? shownFrom + flickable.height + 400 : -Infinity
    /// By room: where each card belongs and which carry the room's name. Else the index says it.
    property var places: []
    property int dragFrom: -1
    property int dragTo: -1

    implicitHeight: {
        if (cells.count === 0)
            return 0;
        return placeOf(cells.count - 1).y + cardHeight;
    }
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Outlets")
    onColumnsChanged: arrange.restart()

    function placeOf(index: int): point {
        if (model.groupByRoom) {
            const found = places[index];
            return found ? Qt.point(found.column * (cardWidth + gap), found.row * rowHeight + found.headers * headerHeight)
                : Qt.point(0, 0);
        }
        return Qt.point((index % columns) * (cardWidth + gap), Math.floor(index / columns) * rowHeight);
    }

    /// While a card is carried, the others make room for it.
    function slot(index: int): int {
        if (dragFrom < 0)
            return index;
        if (index === dragFrom)
            return dragTo;
        if (dragFrom < index && index <= dragTo)
            return index - 1;
        return dragTo <= index && index < dragFrom ? index + 1 : index;
    }

    function slotAt(x: real, y: real): int {
        const column = Math.max(0, Math.min(columns - 1, Math.floor(x / (cardWidth + gap))));
        const row = Math.max(0, Math.floor(y / rowHeight));
        return Math.max(0, Math.min(cells.count - 1, row * columns + column));
    }

    function focusCard(index: int): void {
        if (index < 0 || index >= cells.count)
            return;
        currentIndex = index;
        const cell = cells.itemAt(index) as CardCell;
        cell.wanted = true; // it may be too far away to exist
        cell.takeFocus();
    }

    /// The card next to `from` in a direction, over the borders of rooms too; -1 if there is none.
    function neighbour(from: int, dx: int, dy: int): int {
        if (dy === 0)
            return from + dx < cells.count ? from + dx : -1;
        const here = placeOf(from);
        let best = -1;
        for (let i = from + dy; i >= 0 && i < cells.count; i += dy) {
            const there = placeOf(i);
            if (there.y === here.y)
                continue;
            if (best >= 0 && there.y !== placeOf(best).y)
                break;
            if (best < 0 || Math.abs(there.x - here.x) < Math.abs(placeOf(best).x - here.x))
                best = i;
        }
        return best;
    }

    function step(from: int, dx: int, dy: int, carry: bool): void {
        const to = neighbour(from, dx, dy);
        if (to < 0)
            return;
        if (carry)
            model.move(from, to);
        focusCard(to);
    }

    Timer { // once for all the changes of one turn
        id: arrange
        interval: 0
        onTriggered: {
            if (!grid.model.groupByRoom)
                return;
            const found = [];
            let column = 0;
            let row = 0;
            let headers = 0;
            for (let i = 0; i < cells.count; i++) {
                const header = (cells.itemAt(i) as CardCell).roomHeader.length > 0;
                if (i > 0 && (column === grid.columns || header)) {
                    column = 0;
                    row++;
                }
                headers += header ? 1 : 0;
                found.push({ column: column, row: row, headers: headers });
                column++;
            }
            grid.places = found;
        }
    }
    Connections {
        target: grid.model
        function onGroupByRoomChanged() {
            arrange.restart();
        }
    }
    Repeater {
        id: cells
        model: grid.model
        onItemAdded: arrange.restart()
        onItemRemoved: arrange.restart()
        delegate: CardCell {
            id: cell
            width: grid.cardWidth
            height: grid.cardHeight
            headerWidth: grid.width
            headerHeight: grid.headerHeight
            grouped: grid.model.groupByRoom
            place: grid.placeOf(grid.slot(index))
            near: place.y + height > grid.shownFrom && place.y < grid.shownTo
            carried: grid.dragFrom === index
            sliding: grid.dragFrom >= 0
            canMove: grid.canMove
            current: grid.currentIndex === index
            onHeaderChanged: arrange.restart()
            onFocused: grid.currentIndex = index
            onOpenRequested: grid.openRequested(face.outletId)
            onEditRequested: grid.editRequested(face)
            onMenuRequested: (card, x, y) => grid.menuRequested(face, card, x, y)
            onStepRequested: (dx, dy, carry) => grid.step(index, dx, dy, carry)
            onEndRequested: (last) => grid.focusCard(last ? cells.count - 1 : 0)
            onLifted: {
                grid.dragTo = index;
                grid.dragFrom = index;
            }
            onMoved: grid.dragTo = grid.slotAt(cell.x + cell.width / 2, cell.y + cell.height / 2)
            onDropped: {
                const from = grid.dragFrom;
                const to = grid.dragTo;
                grid.dragFrom = -1;
                grid.dragTo = -1;
                if (from >= 0 && to >= 0 && from !== to)
                    grid.model.move(from, to);
            }
        }
    }
}
