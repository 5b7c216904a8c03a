// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// The figures of a range above its chart; of the last minutes those that the curve has.
Flow {
    id: root

    required property RangeEnergy energy
    required property PowerChart chart
    property bool live: false
    property bool compact: false

    readonly property var figures: live ? [
        { label: qsTr("Average"), value: chart.averageText },
        { label: qsTr("Peak"), value: chart.peakText },
        { label: qsTr("Low"), value: chart.minText }
    ] : [
        { label: qsTr("Energy"), value: energy.energyText },
        { label: qsTr("Cost"), value: energy.costText },
        { label: qsTr("Average"), value: energy.averageText },
        { label: qsTr("Peak"), value: energy.peakText },
        { label: qsTr("Standby share"), value: energy.standbyText }
    ]
    /// As many side by side as there is room for.
    readonly property int columns: Math.max(2, Math.min(5, Math.floor(width / 112)))

    spacing: 0

    Repeater {
        // Counted, not listed: a new value must not make new items.
        model: root.figures.length
        ChartFigure {
            required property int index
            width: Math.floor(root.width / root.columns)
            topPadding: index < root.columns ? 0 : Theme.s8
            label: root.figures[index]?.label ?? ""
            value: root.figures[index]?.value ?? ""
        }
    }
}
