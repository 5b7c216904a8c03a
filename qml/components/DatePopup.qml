// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// A month to choose a day from. Arrows move by days and weeks, Page Up and Down by months (with
/// Shift by years), Home and End within the week; Enter or Space chooses.
Popup {
    id: root

    required property DatePicker picker
    signal chosen(string iso)

    readonly property int cell: Theme.hitSize

    modal: true
    dim: false
    focus: true
    margins: Theme.s8
    padding: Theme.s8
    width: 7 * cell + 2 * padding
    onAboutToShow: picker.showChosen()
    onOpened: grid.forceActiveFocus(Qt.PopupFocusReason)
    background: Panel {
        radius: Theme.radiusControl
        border.color: Theme.outlineStrong
    }

    contentItem: Column {
        Item {
            width: parent.width
            height: Theme.hitSize

            IconButton {
                iconName: "back"
                tip: qsTr("Month before")
                onClicked: root.picker.stepMonths(-1)
            }
            LabelText {
                anchors.centerIn: parent
                text: root.picker.monthTitle
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            IconButton {
                anchors.right: parent.right
                iconName: "forward"
                tip: qsTr("Month after")
                onClicked: root.picker.stepMonths(1)
            }
        }
        Row {
            Repeater {
                model: root.picker.weekdays
                CaptionText {
                    required property var modelData
                    width: root.cell
                    height: Theme.s24
                    text: modelData.label
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    Accessible.name: modelData.name
                }
            }
        }
        Grid {
            id: grid
            columns: 7
            focus: true
            activeFocusOnTab: true
            Accessible.role: Accessible.Table
            Accessible.name: root.picker.monthTitle
            Accessible.description: root.picker.days[root.picker.cursor]?.name ?? ""
            Keys.onLeftPressed: root.picker.stepDays(LayoutMirroring.enabled ? 1 : -1)
            Keys.onRightPressed: root.picker.stepDays(LayoutMirroring.enabled ? -1 : 1)
            Keys.onUpPressed: root.picker.stepDays(-7)
            Keys.onDownPressed: root.picker.stepDays(7)
            Keys.onReturnPressed: root.chosen(root.picker.isoAt(root.picker.cursor))
            Keys.onEnterPressed: root.chosen(root.picker.isoAt(root.picker.cursor))
            Keys.onSpacePressed: root.chosen(root.picker.isoAt(root.picker.cursor))
            Keys.onPressed: event => {
                const months = event.modifiers & Qt.ShiftModifier ? 12 : 1;
                event.accepted = true;
                if (event.key === Qt.Key_PageUp)
                    root.picker.stepMonths(-months);
                else if (event.key === Qt.Key_PageDown)
                    root.picker.stepMonths(months);
                else if (event.key === Qt.Key_Home)
                    root.picker.stepToWeekEnd(false);
                else if (event.key === Qt.Key_End)
                    root.picker.stepToWeekEnd(true);
                else
                    event.accepted = false;
            }

            Repeater {
                model: root.picker.days.length
                DateCell {
                    required property int index
                    width: root.cell
                    height: root.cell
                    day: root.picker.days[index]
                    atCursor: index === root.picker.cursor && grid.activeFocus
                    onClicked: root.chosen(day.iso)
                }
            }
        }
    }
}
