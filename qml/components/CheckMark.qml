// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// The box of a checkbox: empty, ticked, or a bar when only some are.
Rectangle {
    id: box

    property int checkState: Qt.Unchecked
    property bool hovered: false
    property bool pressed: false
    property bool ringed: false

    implicitWidth: 20
    implicitHeight: 20
    radius: 6
    opacity: enabled ? 1 : Theme.offlineOpacity
    color: checkState === Qt.Unchecked ? Theme.surface : Theme.accent
    border.width: checkState === Qt.Unchecked ? 2 : 0
    border.color: Theme.outlineStrong
    Icon {
        anchors.centerIn: parent
        visible: box.checkState === Qt.Checked
        name: "check"
        size: 16
        color: Theme.accentInk
    }
    Rectangle {
        anchors.centerIn: parent
        visible: box.checkState === Qt.PartiallyChecked
        width: 10
        height: 2
        radius: 1
        color: Theme.accentInk
    }
    HoverTint {
        radius: parent.radius
        hovered: box.hovered
        pressed: box.pressed
    }
    FocusRing {
        visible: box.ringed
        cornerRadius: parent.radius
    }
}
