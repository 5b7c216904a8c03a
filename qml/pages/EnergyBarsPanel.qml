// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outlet

/// What one outlet used, as bars of hours, days or months, and the same as a table (T).
Panel {
    id: root

    required property RangeEnergy energy
    property string name
    property bool compact: false
    property bool table: false
    property real plotHeight: 150

    implicitHeight: column.implicitHeight + Theme.s12 + Theme.s16

    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: root.compact ? Theme.s16 : Theme.s20
        anchors.topMargin: Theme.s12
        anchors.bottomMargin: Theme.s16
        spacing: Theme.s4

        RowLayout {
            spacing: Theme.s8

            SectionText {
                text: root.energy.barsTitle
                font.pixelSize: Theme.fontPanel
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            SmallText {
                text: root.energy.barsNote === "" ? qsTr("kWh")
                    : qsTr("kWh · %1").arg(root.energy.barsNote)
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
            Segment {
                visible: root.energy.units.length > 1
                small: true
                model: Array.from(root.energy.units)
                currentIndex: root.energy.unit
                accessibleName: qsTr("Bars")
                onActivated: index => root.energy.unit = index
            }
            IconButton {
                iconName: root.table ? "energy" : "report"
                tip: root.table ? qsTr("Show energy as bars (T)") : qsTr("Show energy as a table (T)")
                onClicked: root.table = !root.table
            }
        }
        BarPlot {
            id: plot
            visible: !root.table
            source: root.energy.bars
            title: root.name
            loading: root.energy.barsLoading
            errorText: root.energy.barsError
            emptyText: qsTr("No energy in this time")
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: root.plotHeight
            // As the plot above, whose times these are; the unit stands beside the title.
            unitless: true
            leastGutter: 52
            Layout.rightMargin: Theme.s12
            onRetryRequested: root.energy.retry()
            onTableRequested: {
                root.table = true;
                rows.forceActiveFocus();
            }
        }
        BarTable {
            id: rows
            visible: root.table
            chart: plot.chart
            title: qsTr("%1, %2").arg(root.energy.barsTitle).arg(root.name)
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
