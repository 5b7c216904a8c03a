// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// How much was used at which price.
Panel {
    id: root

    required property EnergyView view
    property bool compact: false
    signal pricesRequested()

    function rateColor(rank: int, count: int): color {
        if (rank === count - 1)
            return Theme.accent;
        return rank === 0 ? Theme.warn : rank === 1 ? Theme.info : Theme.series(rank + 3);
    }

    implicitHeight: column.implicitHeight + Theme.s12 + Theme.s16

    Column {
        id: column
        x: root.compact ? Theme.s16 : Theme.s20
        y: Theme.s12
        width: parent.width - 2 * x
        spacing: Theme.s12

        PanelTitle {
            width: parent.width
            text: qsTr("When you used it")
        }
        Row {
            id: strip
            visible: root.view.rates.length > 0
            width: parent.width
            height: 12
            spacing: 2
            Accessible.ignored: true
            readonly property real room: width - spacing * (root.view.rates.length - 1)
            Repeater {
                model: root.view.rates
                Rectangle {
                    required property var modelData
                    width: Math.max(2, Math.floor(strip.room * modelData.fraction))
                    height: strip.height
                    radius: 3
                    color: root.rateColor(modelData.rank, modelData.count)
                }
            }
        }
        Repeater {
            model: root.view.rates
            RateLine {
                required property var modelData
                width: column.width
                swatch: root.rateColor(modelData.rank, modelData.count)
                name: modelData.name
                details: modelData.details
                share: modelData.share
                cost: modelData.cost
            }
        }
        SmallText {
            visible: root.view.rates.length === 0
            width: parent.width
            text: root.view.hasPrices ? qsTr("Nothing measured in this time.")
                : qsTr("Enter what a kilowatt hour costs, and at which times, to see what you pay for.")
            wrapMode: Text.Wrap
        }
        AppButton {
            visible: !root.view.hasPrices
            iconName: "tariff"
            text: qsTr("Energy prices")
            onClicked: root.pricesRequested()
        }
    }
}
