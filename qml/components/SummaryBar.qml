// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// What the whole home uses now, what it used today, and what that costs. Wide: side by side; narrow:
/// the power with its line, the rest below.
Panel {
    id: bar

    property bool compact: false
    /// Figures side by side would not have the room that they need.
    readonly property bool narrow: compact || width < 2 * Theme.s24 + most * 132 * Theme.textScale
        + (most - 1) * 2 * Theme.s24
    readonly property int most: !hasEnergy ? 1 : hasPrices ? 4 : 3
    readonly property int side: narrow ? Theme.s16 + 1 : Theme.s24 + 1
    readonly property bool hasEnergy: App.energy.available
    readonly property bool hasPrices: hasEnergy && App.energy.hasPrices
    readonly property int columns: narrow ? 1 : most
    readonly property real columnWidth: (width - 2 * side - (columns - 1) * 2 * Theme.s24) / columns

    function columnAt(column: int): real {
        return side + column * (columnWidth + 2 * Theme.s24);
    }

    implicitHeight: power.height + (narrow ? 24 : 32)
        + (narrow && hasEnergy ? lower.height + Theme.s24 : 0)

    SummaryFigure {
        id: power
        x: bar.side
        y: bar.narrow ? 12 : 16
        // Wide enough for every figure, so that the line beside it never moves.
        width: bar.columns > 1 ? bar.columnWidth : Math.min(parent.width - 2 * x, 190 * Theme.textScale)
        title: qsTr("Power now")
        value: App.totalPowerText
        unit: App.totalPowerUnit
        note: App.totalNote
    }
    Sparkline {
        // Among others beside the number and above its note; alone in all the room that is left.
        readonly property real room: bar.columns > 1 ? bar.columnWidth - 130 * Theme.textScale
            : bar.width - 2 * bar.side - power.width - Theme.s24
        x: bar.columns > 1 ? bar.side + bar.columnWidth - width : bar.width - bar.side - width
        y: bar.columns > 1 ? power.y + 8 : power.y + Math.round((power.height - height) / 2)
        width: bar.columns > 1 ? Math.min(96, room) : room
        height: bar.columns > 1 ? 38 : Math.min(52, power.height - 8)
        visible: room > 60
        series: App.totalLive
        spanSeconds: 300
        lineColor: Theme.accent
        fillColor: Qt.alpha(Theme.accent, Theme.areaOpacity)
    }

    Rectangle {
        x: bar.columnAt(1) - Theme.s24
        y: 22
        width: 1
        height: bar.height - 44
        visible: bar.columns > 1
        color: Theme.outline
    }
    Rectangle {
        x: bar.columnAt(2) - Theme.s24
        y: 22
        width: 1
        height: bar.height - 44
        visible: bar.columns > 2
        color: Theme.outline
    }
    Rectangle {
        x: bar.columnAt(3) - Theme.s24
        y: 22
        width: 1
        height: bar.height - 44
        visible: bar.columns > 3
        color: Theme.outline
    }
    SummaryFigure {
        x: bar.columnAt(1)
        y: power.y
        width: bar.columnWidth
        visible: bar.columns > 1
        title: qsTr("Energy today")
        value: App.energy.todayText
        unit: App.energy.todayUnit
        note: App.energy.todayNote
    }
    SummaryFigure {
        x: bar.columnAt(2)
        y: power.y
        width: bar.columnWidth
        visible: bar.columns > 2
        title: bar.hasPrices ? qsTr("Cost today") : qsTr("Energy this month")
        value: bar.hasPrices ? App.energy.costText : App.energy.monthText
        unit: bar.hasPrices ? "" : App.energy.monthUnit
    }
    SummaryFigure {
        x: bar.columnAt(3)
        y: power.y
        width: bar.columnWidth
        visible: bar.columns > 3
        title: qsTr("Month projection")
        value: App.energy.projectionText
        note: App.energy.projectionNote
    }

    Rectangle {
        x: bar.side
        y: lower.y - Theme.s12
        width: bar.width - 2 * bar.side
        height: 1
        visible: lower.visible
        color: Theme.outline
    }
    Row {
        id: lower
        x: bar.side
        y: power.y + power.height + Theme.s20
        width: bar.width - 2 * bar.side
        visible: bar.narrow && bar.hasEnergy
        Repeater {
            model: !bar.narrow || !bar.hasEnergy ? 0 : bar.hasPrices ? 3 : 2
            delegate: SummaryFigure {
                required property int index
                small: true
                width: lower.width / (bar.hasPrices ? 3 : 2)
                title: index === 0 ? qsTr("Today") : index === 2 ? qsTr("Month projection")
                    : bar.hasPrices ? qsTr("Cost today") : qsTr("This month")
                value: index === 0 ? App.energy.todayText : index === 2 ? App.energy.projectionText
                    : bar.hasPrices ? App.energy.costText : App.energy.monthText
                unit: index === 0 ? App.energy.todayUnit
                    : index === 1 && !bar.hasPrices ? App.energy.monthUnit : ""
            }
        }
    }
}
