// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// The price plans, the oldest first, and the way to a new one.
Panel {
    id: root

    signal editRequested(int index)
    signal duplicateRequested(int index)
    signal removeRequested(int index)
    signal newRequested()

    implicitHeight: column.height

    Column {
        id: column
        width: parent.width

        Item {
            width: parent.width
            height: Math.max(53, title.implicitHeight + Theme.s20)

            SectionText {
                id: title
                x: Theme.s20
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Price plans")
                font.pixelSize: Theme.fontPanel
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            SmallText {
                anchors.right: add.left
                anchors.rightMargin: Theme.s12
                anchors.verticalCenter: parent.verticalCenter
                visible: root.width > 560
                text: qsTr("A plan holds until the next one starts")
            }
            AppButton {
                id: add
                anchors.right: parent.right
                anchors.rightMargin: Theme.s12
                anchors.verticalCenter: parent.verticalCenter
                small: true
                iconName: "add"
                text: qsTr("New plan")
                onClicked: root.newRequested()
            }
        }
        Repeater {
            id: rows
            model: Prices.plans
            PlanRow {
                width: column.width
                onClicked: root.editRequested(index)
                onStepRequested: by => {
                    const other = rows.itemAt(index + by) as PlanRow;
                    if (other)
                        other.forceActiveFocus(Qt.TabFocusReason);
                }
                onDuplicateRequested: root.duplicateRequested(index)
                onRemoveRequested: root.removeRequested(index)
            }
        }
        Item {
            visible: Prices.plans.count === 0 && !Prices.editor.active
            width: parent.width
            height: empty.height + Theme.s32
            EmptyState {
                id: empty
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.min(parent.width - Theme.s32, Theme.dialogWidth)
                iconName: "tariff"
                title: qsTr("No prices yet")
                text: qsTr("Say what a kilowatt hour costs you, and all that was measured so far gets its cost.")
                AppButton {
                    kind: "primary"
                    iconName: "add"
                    text: qsTr("Set your price")
                    onClicked: root.newRequested()
                }
            }
        }
    }
}
