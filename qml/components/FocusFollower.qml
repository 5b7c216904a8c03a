// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick

/// Scrolls `flickable` so that what has the keyboard focus can be seen.
QtObject {
    id: follower

    property Flickable flickable
    readonly property Item focused: flickable?.Window.activeFocusItem ?? null

    onFocusedChanged: {
        // What is higher than the view is a group whose focused part has just gone.
        if (!focused || !isInside(focused) || focused.height > flickable.height)
            return;
        const place = focused.mapToItem(flickable.contentItem, 0, 0);
        const margin = 24;
        const lowest = Math.max(0, flickable.contentHeight - flickable.height);
        if (place.y < flickable.contentY + margin)
            flickable.contentY = Math.max(0, place.y - margin);
        else if (place.y + focused.height > flickable.contentY + flickable.height - margin)
            flickable.contentY = Math.min(lowest,
                place.y + Math.min(focused.height, flickable.height - 2 * margin) - flickable.height + margin);
    }

    function isInside(item: Item): bool {
        for (let walk = item.parent; walk; walk = walk.parent) {
            if (walk === flickable.contentItem)
                return true;
        }
        return false;
    }
}
