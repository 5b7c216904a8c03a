// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// The place of one card in a CardGrid: makes the card when it is near, moves and carries it, and
/// turns keys into wishes for the grid. A card that has the focus, or whose switch has it, stays while it
/// is scrolled out of sight: the focus must not jump elsewhere, and the page after it.
FocusScope {
    id: cell

    required property int index
    required property OutletFace face
    required property string roomHeader
    property real headerWidth: 0
    property real headerHeight: 0
    property bool grouped: false
    property point place
    property bool near: true
    /// Asked for by the keyboard although it is out of sight.
    property bool wanted: false
    /// Follows the pointer.
    property bool carried: false
    /// Some card is carried, so this one slides to its new place.
    property bool sliding: false
    property bool canMove: false
    property bool current: false
    property point grip
    property point pointer
    signal headerChanged()
    signal focused()
    signal openRequested()
    signal editRequested()
    signal menuRequested(Item card, real x, real y)
    signal stepRequested(int dx, int dy, bool carry)
    signal endRequested(bool last)
    signal lifted()
    signal moved()
    signal dropped()

    function takeFocus(): void {
        const card = cards.itemAt(0);
        if (card)
            card.forceActiveFocus(Qt.TabFocusReason);
    }

    function press(event: var): void {
        const carry = (event.modifiers & Qt.AltModifier) !== 0;
        const along = LayoutMirroring.enabled ? -1 : 1;
        event.accepted = true;
        if (carry && !canMove)
            event.accepted = false;
        else if (event.key === Qt.Key_Right)
            stepRequested(along, 0, carry);
        else if (event.key === Qt.Key_Left)
            stepRequested(-along, 0, carry);
        else if (event.key === Qt.Key_Down)
            stepRequested(0, 1, carry);
        else if (event.key === Qt.Key_Up)
            stepRequested(0, -1, carry);
        else if (event.key === Qt.Key_Home || event.key === Qt.Key_End)
            endRequested(event.key === Qt.Key_End);
        else if (event.key === Qt.Key_F2)
            editRequested();
        else
            event.accepted = false;
    }

    x: carried ? pointer.x - grip.x : place.x
    y: carried ? pointer.y - grip.y : place.y
    z: carried ? 1 : 0
    onRoomHeaderChanged: headerChanged()
    onIndexChanged: headerChanged()
    Behavior on x {
        enabled: cell.sliding && !cell.carried
        NumberAnimation {
            duration: Theme.switchTime
            easing.type: Easing.OutCubic
        }
    }
    Behavior on y {
        enabled: cell.sliding && !cell.carried
        NumberAnimation {
            duration: Theme.switchTime
            easing.type: Easing.OutCubic
        }
    }

    LabelText {
        y: -cell.headerHeight
        height: cell.headerHeight - Theme.s8
        width: cell.headerWidth
        visible: cell.grouped && text.length > 0
        text: cell.roomHeader
        color: Theme.text2
        verticalAlignment: Text.AlignBottom
        elide: Text.ElideRight
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Repeater {
        id: cards
        model: cell.near || cell.wanted || cell.activeFocus || cell.carried ? 1 : 0
        delegate: OutletCard {
            id: card
            width: cell.width
            height: cell.height
            face: cell.face
            lifted: cell.carried
            current: cell.current
            onOpenRequested: cell.openRequested()
            onMenuRequested: (x, y) => cell.menuRequested(card, x, y)
            onActiveFocusChanged: {
                if (activeFocus)
                    cell.focused();
                else
                    cell.wanted = false;
            }
            Keys.onPressed: (event) => cell.press(event)

            DragHandler {
                target: null
                enabled: cell.canMove
                acceptedDevices: PointerDevice.Mouse
                grabPermissions: PointerHandler.CanTakeOverFromAnything
                onActiveChanged: {
                    if (active) {
                        cell.grip = centroid.pressPosition;
                        cell.pointer = cell.parent.mapFromItem(null, centroid.scenePosition.x, centroid.scenePosition.y);
                        cell.lifted();
                    } else {
                        cell.dropped();
                    }
                }
                onCentroidChanged: {
                    if (!active || !cell.carried)
                        return;
                    cell.pointer = cell.parent.mapFromItem(null, centroid.scenePosition.x, centroid.scenePosition.y);
                    cell.moved();
                }
            }
        }
    }
}
