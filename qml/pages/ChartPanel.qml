// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outlet

/// The live curve of one outlet: range, figures, plot, and the same data as a table (T).
Panel {
    id: root

    required property OutletFace face
    property bool compact: false
    property real plotHeight: 220
    property bool table: false

    implicitHeight: column.implicitHeight + Theme.s16 + Theme.s20

    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: root.compact ? Theme.s16 : Theme.s20
        anchors.topMargin: Theme.s16
        spacing: Theme.s12

        RowLayout {
            spacing: Theme.s12
            Segment {
                id: range
                model: [qsTr("Last 5 minutes"), qsTr("Last hour")]
                currentIndex: 0
                onActivated: index => {
                    currentIndex = index;
                    plot.chart.clearCrosshair();
                    rows.refresh();
                }
            }
            Item {
                Layout.fillWidth: true
            }
            IconButton {
                iconName: root.table ? "pulse" : "report"
                tip: root.table ? qsTr("Show as a chart (T)") : qsTr("Show as a table (T)")
                onClicked: root.table = !root.table
            }
        }
        Row {
            spacing: root.compact ? Theme.s24 : Theme.s48
            Layout.leftMargin: 2

            ChartFigure {
                label: qsTr("Average")
                value: plot.chart.averageText
            }
            ChartFigure {
                label: qsTr("Peak")
                value: plot.chart.peakText
            }
            ChartFigure {
                label: qsTr("Low")
                value: plot.chart.minText
            }
        }
        ChartPlot {
            id: plot
            visible: !root.table
            face: root.face
            spanSeconds: range.currentIndex === 0 ? 300 : 3600
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: root.plotHeight
            onTableRequested: {
                root.table = true;
                rows.forceActiveFocus();
            }
        }
        ChartTable {
            id: rows
            visible: root.table
            chart: plot.chart
            title: qsTr("Power, %1, %2").arg(root.face.name).arg(range.model[range.currentIndex])
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: root.plotHeight
            onChartRequested: {
                root.table = false;
                plot.forceActiveFocus();
            }
        }
    }
}
