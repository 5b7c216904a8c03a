// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// What the marks of a chart of one outlet mean.
Flow {
    id: root

    required property PowerChart chart
    /// A last word: what is missing.
    property string note

    spacing: Theme.s16

    LegendMark {
        visible: !root.chart.empty
        text: root.chart.hasBand ? qsTr("Average") : qsTr("Power")
        color: root.chart.lineColor
        thickness: 2
    }
    LegendMark {
        visible: root.chart.hasBand
        text: qsTr("Low to high")
        color: root.chart.lineColor
        strength: Theme.bandOpacity
    }
    LegendMark {
        visible: root.chart.hasGaps
        text: qsTr("Offline")
        color: root.chart.gapColor
        edged: true
    }
    LegendMark {
        visible: root.chart.hasOn
        text: qsTr("Switched on")
        color: root.chart.stateColor
        thickness: 4
    }
    CaptionText {
        visible: root.note !== ""
        text: root.note
        font.weight: Font.Medium
    }
}
