// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// The week of a price plan in half hours. Drag over hours to give them the chosen period; by
/// keyboard arrows move, Shift+arrows mark, Space sets, Ctrl+Z undoes, 1 to 6 choose the period. C on
/// a day's name, or a click on it, copies that day.
Column {
    id: root

    required property WeekEditor week
    readonly property real nameWidth: 46
    readonly property real halfWidth: (width - nameWidth) / 48
    readonly property real rowHeight: 28

    spacing: 6

    Item {
        width: parent.width
        height: title.height
        SmallText {
            id: title
            text: qsTr("Week")
            font.weight: Font.Medium
        }
        CaptionText {
            anchors.right: parent.right
            visible: root.width > 480
            text: qsTr("%1 is selected. Drag over hours to set it, 30 min steps.").arg(root.week.periodName)
        }
    }
    Item {
        width: parent.width
        height: 7 * root.rowHeight

        WeekDays {
            width: root.nameWidth
            height: parent.height
            names: root.week.dayNames
            rowHeight: root.rowHeight
            onCopyRequested: (day, to) => root.week.copyDay(day, to)
        }
        WeekPlot {
            x: root.nameWidth
            width: parent.width - x
            height: parent.height
            week: root.week
            halfWidth: root.halfWidth
            rowHeight: root.rowHeight
        }
    }
    Item {
        x: root.nameWidth
        width: root.width - x
        height: hour.height
        CaptionText {
            id: hour
            visible: false
            text: "0"
        }
        Repeater {
            model: root.week.hours
            CaptionText {
                required property int index
                required property string modelData
                visible: root.width > 480 || index % 2 === 0
                x: index === 0 ? 0 : index === 8 ? parent.width - width
                    : index * 6 * root.halfWidth - width / 2
                text: modelData
            }
        }
    }
}
