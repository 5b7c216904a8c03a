// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Outlet

/// Every state of every kind of chart on one page, as the design's "Chart states".
ApplicationWindow {
    id: window

    /// See ChartStates.
    required property var faces
    readonly property bool narrow: width < 640

    width: 1280
    height: 860
    color: Theme.bg
    title: qsTr("Chart states")

    Flickable {
        anchors.fill: parent
        contentHeight: grid.y + grid.height + Theme.s24
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: AppScrollBar {}

        GridLayout {
            id: grid
            x: window.narrow ? Theme.s16 : Theme.s32
            y: Theme.s24
            width: parent.width - 2 * x
            columns: window.narrow ? 1 : 2
            columnSpacing: Theme.s20
            rowSpacing: Theme.s20

            ChartState {
                label: qsTr("Live: last 5 minutes, raw line, no band")
                face: window.faces.shown
                kind: "live"
            }
            ChartState {
                label: qsTr("Zoomed out: average line, low to high band, gap")
                face: window.faces.away
                kind: "month"
            }
            ChartState {
                label: qsTr("Loading: grid stays, centered spinner after 300 ms")
                face: window.faces.loading
            }
            ChartState {
                label: qsTr("Empty: no readings in the range")
                face: window.faces.without
                back: 3
            }
            ChartState {
                label: qsTr("Error: one line and Retry")
                face: window.faces.failing
            }
            ChartState {
                label: qsTr("Keyboard focus: ring on the plot, arrows move the crosshair")
                face: window.faces.shown
                focused: true
            }
            ChartState {
                label: qsTr("Compare: several outlets, own colors, labels at line ends")
                face: window.faces.shown
                others: window.faces.others
            }
            ChartState {
                label: qsTr("Compare: the day before")
                face: window.faces.shown
                before: true
            }
            ChartState {
                label: qsTr("Day: band, offline, switched on")
                face: window.faces.shown
            }
            ChartState {
                label: qsTr("Table: the same data")
                face: window.faces.shown
                table: true
            }
            EnergyBarsPanel {
                name: window.faces.away.name
                compact: window.narrow
                implicitHeight: 280
                Layout.fillWidth: true
                energy: RangeEnergy {
                    face: window.faces.shown
                    range: ChartRange {
                        face: window.faces.shown
                        Component.onCompleted: kindName = "day"
                    }
                }
            }
            EnergyBarsPanel {
                name: window.faces.away.name
                compact: window.narrow
                implicitHeight: 280
                Layout.fillWidth: true
                energy: RangeEnergy {
                    face: window.faces.loading
                    range: ChartRange {
                        face: window.faces.loading
                        Component.onCompleted: kindName = "month"
                    }
                }
            }
            EnergyBarsPanel {
                name: window.faces.away.name
                compact: window.narrow
                implicitHeight: 280
                Layout.fillWidth: true
                energy: RangeEnergy {
                    face: window.faces.failing
                    range: ChartRange {
                        face: window.faces.failing
                        Component.onCompleted: kindName = "day"
                    }
                }
            }
            EnergyBarsPanel {
                name: window.faces.away.name
                compact: window.narrow
                table: true
                implicitHeight: 280
                Layout.fillWidth: true
                energy: RangeEnergy {
                    face: window.faces.away
                    range: ChartRange {
                        face: window.faces.away
                        Component.onCompleted: kindName = "month"
                    }
                }
            }
            EnergyBars {
                compact: window.narrow
                implicitHeight: window.narrow ? 520 : 440
                Layout.fillWidth: true
                view: EnergyView {
                    active: true
                    period: Ui.PeriodMonth
                }
            }
            EnergyBars {
                compact: window.narrow
                implicitHeight: window.narrow ? 520 : 440
                Layout.fillWidth: true
                view: EnergyView {
                    active: true
                    period: Ui.PeriodYear
                }
            }
        }
    }
}
