// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// The crosshair's box: right of the line, left of it near the end.
Rectangle {
    id: root

    required property PowerChart chart

    readonly property real lineX: chart.x + chart.crosshairX
    readonly property bool flips: lineX + Theme.s16 + width > chart.x + chart.width

    x: flips ? Math.max(0, lineX - Theme.s16 - width) : lineX + Theme.s16
    y: chart.y + Theme.s8
    implicitWidth: column.implicitWidth + 28
    implicitHeight: column.implicitHeight + Theme.s16
    radius: Theme.radiusTile
    color: Theme.surface
    border.width: 1
    border.color: Theme.outlineStrong
    Accessible.ignored: true

    Column {
        id: column
        x: 14
        y: Theme.s8
        spacing: 2

        SmallText {
            text: root.chart.crosshairTimeText
            font.pixelSize: Theme.fontCaption
        }
        LabelText {
            text: root.chart.crosshairValueText
        }
        SmallText {
            visible: text !== ""
            text: root.chart.crosshairRangeText
            font.pixelSize: Theme.fontCaption
        }
    }
}
