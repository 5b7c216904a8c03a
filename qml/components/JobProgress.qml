// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// How far a long job is: what it does, about how long it will take, and a bar.
Item {
    id: root

    required property TransferMeter meter
    property string text

    implicitHeight: words.height + Theme.s8 + 8
    Accessible.role: Accessible.ProgressBar
    Accessible.name: text

    SmallText {
        id: words
        width: parent.width - left.width - Theme.s8
        text: root.text
        color: Theme.text
        font.weight: Font.Medium
        elide: Text.ElideRight
    }
    CaptionText {
        id: left
        anchors.right: parent.right
        anchors.baseline: words.baseline
        text: root.meter.timeLeftText
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 8
        radius: 4
        color: Theme.inset
        Rectangle {
            width: parent.width * Math.max(0, root.meter.fraction)
            height: parent.height
            radius: parent.radius
            color: Theme.accent
        }
    }
}
