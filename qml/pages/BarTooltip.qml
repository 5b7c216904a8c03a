// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// What a chosen bar stands for: right of it, left of it near the end; above the plot, which is too
/// narrow for both.
Rectangle {
    id: root

    required property BarChart chart

    readonly property real barRight: chart.x + chart.currentRight
    readonly property real barLeft: chart.x + chart.currentLeft
    readonly property bool flips: barRight + Theme.s8 + width > chart.x + chart.width
    readonly property bool above: flips && barLeft - Theme.s8 - width < 0

    x: above ? Math.max(0, Math.min((barLeft + barRight - width) / 2, chart.x + chart.width - width))
        : flips ? barLeft - Theme.s8 - width : barRight + Theme.s8
    y: above ? chart.y - height - Theme.s4 : chart.y + 2
    z: 1
    implicitWidth: Math.max(head.implicitWidth, rows.implicitWidth) + 28
    implicitHeight: column.implicitHeight + Theme.s20
    radius: Theme.radiusTile
    color: Theme.surface
    border.width: 1
    border.color: Theme.outlineStrong
    Accessible.ignored: true

    Column {
        id: column
        x: 14
        y: 10
        width: root.width - 28
        spacing: Theme.s4

        Grid {
            id: head
            columns: root.chart.width < 400 ? 1 : 2
            columnSpacing: Theme.s24
            rowSpacing: 2
            SmallText {
                text: root.chart.tipTitle
                font.pixelSize: Theme.fontCaption
            }
            SmallText {
                text: root.chart.tipTotal
                color: Theme.text
                font.weight: Font.DemiBold
            }
        }
        Column {
            id: rows
            width: parent.width
            spacing: 2
            visible: root.chart.tipRows.length > 0
            Repeater {
                model: root.chart.tipRows
                BarTipRow {
                    required property var modelData
                    width: Math.max(implicitWidth, column.width)
                    swatch: Theme.series(modelData.color)
                    name: modelData.name
                    value: modelData.value
                    chosen: modelData.chosen
                }
            }
            BarTipRow {
                visible: root.chart.tipMoreName.length > 0
                width: Math.max(implicitWidth, column.width)
                name: root.chart.tipMoreName
                value: root.chart.tipMoreValue
            }
        }
        SmallText {
            visible: text.length > 0
            text: root.chart.tipNote
            font.pixelSize: Theme.fontCaption
        }
    }
}
