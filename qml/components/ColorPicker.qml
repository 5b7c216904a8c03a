// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// The choice of an outlet's chart colour, 1 to 8; 0 leaves it to the chart.
Flow {
    id: picker

    property int chosen: 0
    property string hoveredName
    signal picked(int color)

    function move(to: int): void {
        if (to < 0 || to >= cells.count)
            return;
        picked(to);
        cells.itemAt(to).forceActiveFocus(Qt.TabFocusReason);
    }

    spacing: 1
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Chart color")

    Repeater {
        id: cells
        model: 9
        delegate: PickerButton {
            id: cell
            required property int index
            implicitWidth: Theme.hitSize
            implicitHeight: Theme.hitSize
            text: Theme.seriesName(index)
            chosen: picker.chosen === index
            onClicked: picker.picked(index)
            onHoveredChanged: picker.hoveredName = hovered ? text : ""
            onStepRequested: (by) => picker.move(index + by)
            background: Item {
                Rectangle {
                    anchors.centerIn: parent
                    width: 40
                    height: 40
                    radius: 20
                    visible: cell.chosen
                    color: Theme.clear
                    border.width: 2
                    border.color: Theme.text
                    FocusRing {
                        anchors.margins: -2
                        visible: cell.visualFocus
                        cornerRadius: 18
                    }
                }
                Rectangle {
                    anchors.centerIn: parent
                    width: 28
                    height: 28
                    radius: 14
                    color: cell.index === 0 ? Theme.inset : Theme.series(cell.index)
                    border.width: cell.index === 0 ? 1 : 0
                    border.color: Theme.outlineStrong
                    CaptionText {
                        anchors.centerIn: parent
                        visible: cell.index === 0
                        text: qsTr("A", "one letter for automatic")
                        font.weight: Font.DemiBold
                    }
                    HoverTint {
                        radius: parent.radius
                        hovered: cell.hovered
                        pressed: cell.down
                    }
                }
            }
        }
    }
    AppToolTip {
        id: tip
        visible: text.length > 0
        text: picker.hoveredName
    }
}
