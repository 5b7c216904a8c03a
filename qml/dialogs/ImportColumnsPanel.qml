// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// For files of other programs: which column is time, outlet and energy, and in which unit.
Column {
    id: root

    required property ImportJob job
    property bool narrow: false

    spacing: Theme.s8

    Grid {
        id: grid
        width: parent.width
        columns: 2
        spacing: Theme.s12
        readonly property int cell: (width - Theme.s12) / 2

        Repeater {
            model: [
                { label: qsTr("Time"), choices: root.job.columnNames, current: root.job.timeColumn },
                { label: qsTr("Outlet"), choices: root.job.columnNames, current: root.job.outletColumn },
                { label: qsTr("Energy"), choices: root.job.columnNames, current: root.job.energyColumn },
                { label: qsTr("Energy is in"), current: root.job.unit,
                    choices: [qsTr("kWh a row"), qsTr("Wh a row"), qsTr("Joules a row"),
                        qsTr("kWh on a meter"), qsTr("Wh on a meter"), qsTr("Joules on a meter")] }
            ]
            delegate: Labeled {
                id: place
                required property int index
                required property var modelData
                width: grid.cell
                label: modelData.label
                AppComboBox {
                    width: parent.width
                    accessibleName: place.modelData.label
                    model: place.modelData.choices
                    currentIndex: place.modelData.current
                    onActivated: chosen => {
                        const now = [root.job.timeColumn, root.job.outletColumn, root.job.energyColumn, root.job.unit];
                        now[place.index] = chosen;
                        root.job.setColumns(now[0], now[1], now[2], now[3]);
                    }
                }
            }
        }
    }
    SmallText {
        width: parent.width
        visible: root.job.columnProblem.length > 0
        text: root.job.columnProblem
        color: Theme.dangerText
        wrapMode: Text.Wrap
    }
}
