// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// The crosshair's box, beside its line; where it stands is the chart's to say.
Rectangle {
    id: root

    required property PowerChart chart
    readonly property bool several: chart.crosshairRows.length > 0

    readonly property point place: chart.tipPlace(width, height, chart.crosshairPoint, chart.newestPoint)

    x: chart.x + place.x
    y: chart.y + place.y
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
