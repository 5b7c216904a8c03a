// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// One day of DatePopup; `day` as DatePicker describes it.
AbstractButton {
    id: cell

    required property var day
    /// The keyboard is on it.
    property bool atCursor: false

    enabled: day.canChoose
    hoverEnabled: true
    focusPolicy: Qt.NoFocus // the grid is the tab stop
    text: day.label
    Accessible.name: day.name
    Accessible.checkable: true
    Accessible.checked: day.isChosen

    background: Item {
        Rectangle {
            anchors.fill: parent
            anchors.margins: 3
            radius: Theme.radiusSmall
            color: cell.day.isChosen ? Theme.accent : Theme.clear
            border.width: cell.day.isToday || cell.atCursor ? (cell.atCursor ? 2 : 1) : 0
            border.color: cell.atCursor ? Theme.accent : Theme.outlineStrong
            HoverTint {
                radius: parent.radius
                hovered: cell.hovered && cell.enabled
                pressed: cell.down
            }
            Rectangle { // on the accent the ring needs a gap to be seen
                visible: cell.atCursor && cell.day.isChosen
                anchors.fill: parent
                anchors.margins: 2
                radius: Theme.radiusSmall - 2
                color: Theme.clear
                border.width: 1
                border.color: Theme.accentInk
            }
        }
    }
    contentItem: BodyText {
        text: cell.text
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        color: cell.day.isChosen ? Theme.accentInk
            : !cell.enabled ? Theme.outlineStrong : cell.day.inMonth ? Theme.text : Theme.text2
        font.weight: cell.day.isToday || cell.day.isChosen ? Font.DemiBold : Font.Normal
        font.strikeout: !cell.enabled
    }
}
