// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// The names of the colours under a bar chart; each hides or shows its part.
Flow {
    id: root

    required property BarChart chart

    spacing: 0

    Repeater {
        model: root.chart.legend
        LegendPlace {
            required property var modelData
            text: modelData.name
            series: modelData.color
            shown: root.chart.hiddenKeys.indexOf(modelData.key) < 0
            onClicked: root.chart.toggle(modelData.key)
        }
    }
    Row {
        visible: root.chart.hasProjection
        height: Theme.legendLine
        spacing: 6
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: 10
            height: 10
            radius: 3
            color: Theme.inset
            border.width: 1
            border.color: Theme.outlineStrong
        }
        CaptionText {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Projected")
        }
    }
}
