// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// One price, or the periods of a time-of-use plan with theirs; the chosen period is what the week
/// below is painted with.
Column {
    id: root

    required property PlanEditor editor
    readonly property int chosen: editor.week.period

    spacing: 6

    SmallText {
        text: root.editor.flat ? qsTr("Price") : qsTr("Periods and prices")
        font.weight: Font.Medium
    }
    Flow {
        width: parent.width
        spacing: Theme.s12

        Repeater {
            id: rows
            model: root.editor.periods
            Row {
                id: pair

                required property int index
                required property string name
                required property string price
                required property string nameError
                required property string priceError

                visible: !root.editor.flat || index === 0
                spacing: Theme.s12
                rightPadding: Theme.s8

                PeriodChip {
                    visible: !root.editor.flat
                    period: pair.index
                    text: pair.name
                    failed: pair.nameError !== ""
                    chosen: pair.index === root.chosen
                    onClicked: {
                        if (chosen)
                            edit.openFor(pair.index, this);
                        root.editor.week.period = pair.index;
                    }
                    onEditRequested: edit.openFor(pair.index, this)
                    onStepRequested: by => {
                        const at = (pair.index + by + rows.count) % rows.count;
                        root.editor.week.period = at;
                        ((rows.itemAt(at) as Row).children[0] as Item).forceActiveFocus(Qt.TabFocusReason);
                    }
                }
                AppField {
                    width: 132
                    text: pair.price
                    suffix: qsTr("/kWh")
                    placeholder: root.editor.flat ? qsTr("Price of a kWh") : qsTr("Price of %1").arg(pair.name)
                    error: pair.priceError
                    maximumLength: 20
                    onTextEdited: root.editor.periods.setPrice(pair.index, text)
                }
            }
        }
        AppButton {
            visible: !root.editor.flat && root.editor.periods.count < 6
            small: true
            kind: "text"
            iconName: "add"
            text: qsTr("Add period")
            onClicked: root.editor.addPeriod()
        }
        AppButton {
            visible: !root.editor.flat && root.editor.week.canAddSeason
            small: true
            kind: "text"
            iconName: "add"
            text: qsTr("Add season")
            onClicked: root.editor.week.addSeason()
        }
    }
    PeriodPopup {
        id: edit
        editor: root.editor
    }
}
