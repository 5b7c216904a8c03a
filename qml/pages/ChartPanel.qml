// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outlet

/// What one outlet drew over a range of time: range, figures, plot, and the same data as a table (T).
Panel {
    id: root

    required property OutletFace face
    property bool compact: false
    property real plotHeight: 220
    property bool table: false
    readonly property alias range: range
    readonly property alias energy: energy

    implicitHeight: column.implicitHeight + Theme.s16 + Theme.s16

    ChartRange {
        id: range

        property bool remembers: false
        face: root.face
        onChanged: {
            if (remembers && hasHistory)
                Preferences.chartRange = kindName;
        }
        Component.onCompleted: {
            kindName = Preferences.chartRange;
            remembers = true;
        }
    }
    ChartCurves {
        id: curves
        face: root.face
        range: range
    }
    RangeEnergy {
        id: energy
        face: root.face
        range: range
    }

    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: root.compact ? Theme.s16 : Theme.s20
        anchors.topMargin: Theme.s16
        anchors.bottomMargin: Theme.s8
        spacing: Theme.s8

        RangeBar {
            range: range
            compact: root.compact
            Layout.fillWidth: true
        }
        RangeFigures {
            energy: energy
            chart: plot.chart
            live: range.live
            compact: root.compact
            Layout.fillWidth: true
            Layout.leftMargin: 2
        }
        ChartPlot {
            id: plot
            visible: !root.table
            curves: curves
            title: root.face.name
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
            title: qsTr("Power, %1, %2").arg(root.face.name).arg(range.title)
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: root.plotHeight
            onChartRequested: {
                root.table = false;
                plot.forceActiveFocus();
            }
        }
        GridLayout {
            columns: root.compact ? 1 : 2
            columnSpacing: Theme.s16
            rowSpacing: 0
            Layout.fillWidth: true

            ChartLegend {
                chart: plot.chart
                note: range.live ? "" : energy.missingText
                Layout.fillWidth: true
                Layout.leftMargin: root.compact ? 0 : plot.gutter
            }
            RowLayout {
                spacing: Theme.s16
                Layout.fillWidth: root.compact

                AppButton {
                    kind: "text"
                    small: true
                    text: qsTr("Compare")
                    Layout.leftMargin: root.compact ? -Theme.s12 : 0
                    onClicked: compare.open()
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
        }
    }
    CompareDialog {
        id: compare
        curves: curves
        face: root.face
    }
}
