// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
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

    Rectangle { // bar, or the slash of an offline outlet
        anchors.centerIn: parent
        visible: !thumb.pending && !thumb.failed && (thumb.filled || thumb.offline)
        width: 2
        height: Math.round(thumb.size * (thumb.offline ? 0.6 : 0.42))
        radius: 1
        rotation: thumb.offline ? 45 : 0
        antialiasing: true
        color: thumb.ink
    }
    Rectangle { // the stroke of "!"
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.round(thumb.size * 0.22)
        visible: thumb.failed
        width: 2
        height: Math.round(thumb.size * 0.34)
        color: thumb.ink
    }
    Rectangle { // and its dot
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.round(thumb.size * 0.68)
        visible: thumb.failed
        width: 2
        height: 2
        color: thumb.ink
    }
    Rectangle { // ring
        anchors.centerIn: parent
        visible: !thumb.pending && !thumb.failed && !thumb.filled && !thumb.offline
        width: Math.round(thumb.size * 0.22) * 2
        height: width
        radius: width / 2
        color: Theme.clear
        border.width: 2
        border.color: thumb.ink
    }
    Loader {
        anchors.fill: parent
        anchors.margins: -1
        active: thumb.pending
        sourceComponent: Spinner {
            color: Theme.accent
        }
    }
}
