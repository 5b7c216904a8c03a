// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// Something is under way. Turns only while it can be seen; a still "…" with reduced motion.
Item {
    id: spinner

    /// Follows the width it is given.
    readonly property real size: width
    property color color: Theme.text2
    property color trackColor: Theme.outline

    implicitWidth: 16
    implicitHeight: width

    Rectangle {
        anchors.fill: parent
        anchors.margins: spinner.size / 12
        visible: !Preferences.reduceMotion
        radius: width / 2
        color: Theme.clear
        border.width: 2
        border.color: spinner.trackColor
    }
    Icon {
        name: "spinner"
        color: spinner.color
        size: Math.round(spinner.size)
        visible: !Preferences.reduceMotion
        RotationAnimator on rotation {
            running: spinner.visible && Theme.spinTime > 0
            from: 0
            to: 360
            duration: Math.max(1, Theme.spinTime)
            loops: Animation.Infinite
        }
    }
    BodyText {
        anchors.centerIn: parent
        visible: Preferences.reduceMotion
        text: qsTr("…")
        color: spinner.color
    }
}
