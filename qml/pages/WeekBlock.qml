// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// Hours of one day that have the same period: its tint and picture, and its name where there is
/// room.
Item {
    id: block

    /// {first, halves, period, name}, as WeekEditor.days gives them.
    required property var modelData
    readonly property color ink: Theme.periodText(modelData.period)

    Rectangle {
        anchors.fill: parent
        anchors.rightMargin: 1
        radius: Math.min(6, width / 2)
        color: Theme.periodFill(block.modelData.period)
        clip: true

        Icon {
            id: icon
            visible: parent.width >= 18
            x: label.visible ? Theme.s8 : (parent.width - width) / 2
            anchors.verticalCenter: parent.verticalCenter
            name: Theme.periodIcons[block.modelData.period] ?? ""
            color: block.ink
            size: 14
        }
        CaptionText {
            id: label
            visible: parent.width >= Math.max(48, Math.min(100, implicitWidth + 32))
            x: Theme.s8 + icon.width + 6
            width: parent.width - x - Theme.s4
            anchors.verticalCenter: parent.verticalCenter
            text: block.modelData.name
            color: block.ink
            font.weight: Font.DemiBold
            elide: Text.ElideRight
        }
    }
    HoverHandler {
        id: hover
    }
    TipLoader {
        target: block
        shown: hover.hovered && !label.visible
        text: block.modelData.name
    }
}
