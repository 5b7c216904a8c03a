// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// The thumb of an OutletSwitch: bar for on, ring for off, "!" for failed, arc for pending, slash for
/// offline, so that the state reads without colour.
Rectangle {
    id: thumb

    property int size: 24
    property bool filled: false
    property bool pending: false
    property bool failed: false
    property bool offline: false

    readonly property color ink: pending ? Theme.accent
        : failed ? (filled ? Theme.danger : Theme.dangerInk) : filled ? Theme.accent : Theme.inset

    width: size
    height: size
    radius: size / 2
    color: filled ? Theme.accentInk : pending ? Theme.surface : failed ? Theme.danger : Theme.outlineStrong

    Rectangle { // bar, slash of an offline outlet, or ring
        readonly property bool isRing: !thumb.filled && !thumb.offline
        anchors.centerIn: parent
        visible: !thumb.pending && !thumb.failed
        width: isRing ? Math.round(thumb.size * 0.22) * 2 : 2
        height: isRing ? width : Math.round(thumb.size * (thumb.offline ? 0.6 : 0.42))
        radius: isRing ? width / 2 : 1
        rotation: thumb.offline ? 45 : 0
        antialiasing: true
        color: isRing ? Theme.clear : thumb.ink
        border.width: isRing ? 2 : 0
        border.color: thumb.ink
    }
    Repeater {
        model: thumb.pending ? 1 : 0
        delegate: Spinner {
            anchors.fill: parent
            anchors.margins: -1
            color: Theme.accent
        }
    }
    Repeater { // the stroke of "!" and its dot
        model: thumb.failed ? 2 : 0
        delegate: Rectangle {
            required property int index
            x: (thumb.size - width) / 2 // no anchor: a delegate that goes loses its parent first
            y: Math.round(thumb.size * (index === 0 ? 0.22 : 0.68))
            width: 2
            height: index === 0 ? Math.round(thumb.size * 0.34) : 2
            color: thumb.ink
        }
    }
}
