// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outlet

/// The bars of the period with their sums, as a chart or as a table.
Panel {
    id: root

    required property EnergyView view
    property bool compact: false
    property bool table: false
    signal pricesRequested()

    implicitHeight: column.implicitHeight + Theme.s16 + Theme.s12

    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: root.compact ? Theme.s16 : Theme.s20
        anchors.topMargin: Theme.s16
        anchors.bottomMargin: Theme.s12
        spacing: Theme.s8

        GridLayout {
            columns: root.compact ? 1 : 2
            columnSpacing: Theme.s8
            rowSpacing: Theme.s4
            Flow {
                spacing: Theme.s24
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                EnergyFigure {
                    label: root.view.energyLabel
                    value: root.view.energyText
                }
                EnergyFigure {
                    visible: root.view.hasPrices
                    label: qsTr("Cost")
                    value: root.view.costText
                }
                EnergyFigure {
                    visible: root.view.carbonText.length > 0
                    label: qsTr("CO₂")
                    value: root.view.carbonText
                }
                AppButton {
                    visible: !root.view.hasPrices
                    iconName: "tariff"
                    text: qsTr("Set prices to see cost")
                    small: true
                    onClicked: root.pricesRequested()
                }
            }
            RowLayout {
                spacing: Theme.s8
                Layout.alignment: Qt.AlignTop | Qt.AlignRight
                Segment {
                    visible: root.view.hasPrices
                    small: true
                    accessibleName: qsTr("Show as")
                    model: [qsTr("kWh"), qsTr("Cost")]
                    currentIndex: root.view.byCost ? 1 : 0
                    onActivated: index => root.view.byCost = index === 1
                }
                IconButton {
                    iconName: root.table ? "energy" : "report"
                    tip: root.table ? qsTr("Show as a chart (T)") : qsTr("Show as a table (T)")
                    onClicked: root.table = !root.table
                }
            }
        }
        BarPlot {
            id: plot
            visible: !root.table
            source: root.view.bars
            byCost: root.view.byCost && root.view.hasPrices
            title: root.view.barsTitle
            loading: root.view.loading
            errorText: root.view.errorText
            emptyText: root.view.emptyText
            emptyNote: root.view.emptyNote
            opens: root.view.canOpenBars
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: root.compact ? 220 : 240
            onBarActivated: bar => root.view.openBar(bar)
            onRetryRequested: root.view.retry()
            onTableRequested: {
                root.table = true;
                rows.forceActiveFocus();
            }
        }
        BarLegend {
            visible: !root.table
            chart: plot.chart
            Layout.fillWidth: true
            Layout.leftMargin: root.compact ? 0 : plot.gutter
        }
        BarTable {
            id: rows
            visible: root.table
            chart: plot.chart
            title: root.view.barsTitle
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: root.compact ? 260 : 300
            onChartRequested: {
                root.table = false;
                plot.forceActiveFocus();
            }
        }
    }
}
