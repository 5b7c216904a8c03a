// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// Two running totals with their axis labels, and names at the lines' ends. The time axis does not
/// mirror.
Item {
    id: root

    required property EnergyView view

    readonly property real gutter: Math.max(40, Math.ceil(widest.width) + Theme.s12)
    readonly property real below: 26
    readonly property real beside: Math.max(before.implicitWidth, end.implicitWidth) + Theme.s8

    Accessible.role: Accessible.Chart
    Accessible.name: qsTr("%1: %2").arg(root.view.compareTitle).arg(chart.summaryText)

    RunningChart {
        id: chart
        x: root.gutter
        y: Theme.s8
        width: Math.max(0, root.width - root.gutter - root.beside)
        height: Math.max(0, root.height - root.below - y)
        source: root.view.running
        dimmed: root.view.loading || root.view.errorText.length > 0
        lineColor: Theme.accent
        beforeColor: Theme.outlineStrong
        gridColor: Theme.outline
    }
    TextMetrics {
        id: widest
        font.pixelSize: Theme.fontCaption
        text: chart.longestYLabel
    }
    Repeater {
        model: chart.yTicks
        CaptionText {
            required property var modelData
            x: root.gutter - Theme.s8 - width
            y: chart.y + modelData.pos * chart.height - height / 2
            text: modelData.label
            Accessible.ignored: true
        }
    }
    Repeater {
        model: chart.xTicks
        CaptionText {
            required property var modelData
            readonly property real at: chart.x + modelData.pos * chart.width - width / 2
            x: Math.max(0, Math.min(root.width - width, at))
            y: root.height - height
            text: modelData.label
            Accessible.ignored: true
        }
    }
    CaptionText {
        id: before
        x: chart.x + chart.width + Theme.s8
        y: chart.y + chart.beforePos * chart.height - height / 2
        text: chart.beforeText
        Accessible.ignored: true
    }
    CaptionText {
        id: end
        x: before.x
        y: chart.y + chart.endPos * chart.height - height / 2
        text: chart.endText
        color: Theme.accentText
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }
    SmallText {
        visible: chart.empty && !root.view.loading
        anchors.centerIn: chart
        text: qsTr("Nothing measured in this time")
    }
}
