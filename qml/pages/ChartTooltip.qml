// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// The crosshair's box: right of the line, left of it near the end, and below where it would hide
/// the newest point.
Rectangle {
    id: root

    required property PowerChart chart
    readonly property bool several: chart.crosshairRows.length > 0

    readonly property real lineX: chart.x + chart.crosshairX
    readonly property bool flips: lineX + Theme.s16 + width > chart.x + chart.plotWidth

    x: flips ? Math.max(0, lineX - Theme.s16 - width) : lineX + Theme.s16
    readonly property point newest: Qt.point(chart.x + chart.newestPoint.x, chart.y + chart.newestPoint.y)
    readonly property bool hides: newest.x >= x - Theme.s4 && newest.x <= x + width + Theme.s4
        && newest.y <= chart.y + Theme.s8 + height + Theme.s4

    y: hides ? chart.y + chart.plotHeight - height - Theme.s8 : chart.y + Theme.s8
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
            visible: !root.several
            text: root.chart.crosshairValueText
        }
        Repeater {
            model: root.chart.crosshairRows
            BarTipRow {
                required property var modelData
                width: Math.max(implicitWidth, column.width)
                swatch: Theme.series(modelData.color)
                name: modelData.name
                value: modelData.value
                chosen: modelData.chosen
            }
        }
        SmallText {
            visible: text !== ""
            text: root.chart.crosshairMoreText
            font.pixelSize: Theme.fontCaption
        }
        SmallText {
            visible: text !== "" && !root.several
            text: root.chart.crosshairRangeText
            font.pixelSize: Theme.fontCaption
        }
    }
}
