// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// The blocks of WeekGrid, its mark, and what mouse and keyboard do to them.
FocusScope {
    id: plot

    required property WeekEditor week
    required property real halfWidth
    required property real rowHeight
    readonly property var mark: week.mark

    activeFocusOnTab: true
    Accessible.role: Accessible.Table
    Accessible.name: qsTr("Week, half hours")
    Accessible.description: week.markText
    Accessible.focusable: true

    Keys.onPressed: event => {
        const extend = (event.modifiers & Qt.ShiftModifier) !== 0;
        event.accepted = true;
        if (event.matches(StandardKey.Undo))
            week.undo();
        else if (event.key === Qt.Key_Left)
            week.moveMark(0, -1, extend);
        else if (event.key === Qt.Key_Right)
            week.moveMark(0, 1, extend);
        else if (event.key === Qt.Key_Up)
            week.moveMark(-1, 0, extend);
        else if (event.key === Qt.Key_Down)
            week.moveMark(1, 0, extend);
        else if (event.key === Qt.Key_Home)
            week.moveMark(0, -48, extend);
        else if (event.key === Qt.Key_End)
            week.moveMark(0, 48, extend);
        else if (event.key === Qt.Key_Space)
            week.fill();
        else if (event.key >= Qt.Key_1 && event.key <= Qt.Key_6)
            week.period = event.key - Qt.Key_1;
        else
            event.accepted = false;
    }

    Repeater {
        model: plot.week.days
        Item {
            id: row
            required property int index
            required property var modelData
            y: index * plot.rowHeight
            Repeater {
                model: row.modelData
                WeekBlock {
                    x: modelData.first * plot.halfWidth
                    width: modelData.halves * plot.halfWidth
                    height: plot.rowHeight - 3
                }
            }
        }
    }
    Rectangle {
        visible: plot.activeFocus || area.pressed
        x: plot.mark.x * plot.halfWidth
        y: plot.mark.y * plot.rowHeight - 2
        width: plot.mark.width * plot.halfWidth
        height: plot.mark.height * plot.rowHeight + 1
        radius: Math.min(Theme.radiusSmall, width / 2)
        color: Theme.clear
        border.width: 2
        border.color: Theme.accent
    }
    MouseArea {
        id: area
        property int day: 0
        property int half: 0

        function dayAt(y: real): int {
            return Math.max(0, Math.min(6, Math.floor(y / plot.rowHeight)));
        }
        function halfAt(x: real): int {
            return Math.max(0, Math.min(47, Math.floor(x / plot.halfWidth)));
        }

        anchors.fill: parent
        preventStealing: true
        cursorShape: Qt.CrossCursor
        onPressed: mouse => {
            plot.forceActiveFocus(Qt.MouseFocusReason);
            day = dayAt(mouse.y);
            half = halfAt(mouse.x);
            plot.week.setMark(day, half, day, half);
        }
        onPositionChanged: mouse => plot.week.setMark(day, half, dayAt(mouse.y), halfAt(mouse.x))
        onReleased: plot.week.fill()
    }
}
