// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// The HoverTint and FocusRing of a control of which a page has many: made when it is first pointed
/// at or focused.
Item {
    id: item

    property bool hovered: false
    property bool pressed: false
    property bool focused: false
    property real cornerRadius: Theme.radiusControl
    /// How strong the tint is, of what others have.
    property real strength: 1
    property bool wanted: false

    anchors.fill: parent
    onHoveredChanged: wanted = true
    onPressedChanged: wanted = true
    onFocusedChanged: wanted = true

    Repeater {
        model: item.wanted ? 1 : 0
        delegate: Item {
            id: veil
            property bool made: false // so that the first tint fades in, too
            anchors.fill: parent
            Component.onCompleted: made = true
            HoverTint {
                radius: item.cornerRadius
                hovered: veil.made && item.hovered
                pressed: veil.made && item.pressed
                opacity: item.strength * (pressed ? Theme.pressOverlay : hovered ? Theme.hoverOverlay : 0)
            }
            FocusRing {
                visible: item.focused
                cornerRadius: item.cornerRadius
            }
        }
    }
}
