// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// What the marks of a chart of one outlet mean; of several lines their names, which hide and show
/// them.
Flow {
    id: root

    required property PowerChart chart
    /// A last word: what is missing.
    property string note

    readonly property bool several: chart.curves.legend.length > 0

    spacing: several ? 0 : Theme.s16

    Repeater {
        model: root.chart.curves.legend
        LegendPlace {
            required property var modelData
            text: modelData.name
            series: modelData.color
            shown: root.chart.curves.hiddenKeys.indexOf(modelData.key) < 0
            onClicked: root.chart.curves.toggle(modelData.key)
        }
    }
    LegendMark {
        visible: !root.several && !root.chart.empty
        text: root.chart.hasBand ? qsTr("Average") : qsTr("Power")
        color: root.chart.lineColor
        thickness: 2
    }
    LegendMark {
        visible: !root.several && root.chart.hasBand
        text: qsTr("Low to high")
        color: root.chart.lineColor
        strength: Theme.bandOpacity
    }
    LegendMark {
        visible: !root.several && root.chart.hasGaps
        text: qsTr("Offline")
        color: root.chart.gapColor
        edged: true
    }
    LegendMark {
        visible: !root.several && root.chart.hasOn
        text: qsTr("Switched on")
        color: root.chart.stateColor
        thickness: 4
    }
    CaptionText {
        visible: !root.several && root.note !== ""
        text: root.note
        font.weight: Font.Medium
    }
}
