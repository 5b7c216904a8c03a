// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outlet

/// The seasons of a time-of-use plan: which week is shown below, and from when to when it holds.
ColumnLayout {
    id: root

    required property WeekEditor week

    spacing: Theme.s8

    SmallText {
        text: qsTr("Seasons")
        font.weight: Font.Medium
    }
    Flow {
        spacing: Theme.s8
        Layout.fillWidth: true
        Segment {
            model: Array.from(root.week.titles)
            currentIndex: root.week.season + 1
            accessibleName: qsTr("Week shown")
            onActivated: index => root.week.season = index - 1
        }
    }
    GridLayout {
        visible: root.week.season >= 0
        columns: root.width >= 700 ? 4 : root.width >= 480 ? 2 : 1
        columnSpacing: Theme.s16
        rowSpacing: Theme.s8
        Layout.fillWidth: true

        AppField {
            label: qsTr("Season name")
            text: root.week.seasonName
            maximumLength: 80
            Layout.fillWidth: true
            Layout.maximumWidth: 254
            onTextEdited: root.week.seasonName = text
        }
        DayOfYear {
            label: qsTr("First day")
            Layout.preferredWidth: 196
            monthNames: root.week.monthNames
            month: root.week.firstMonth
            day: root.week.firstDay
            onEdited: (month, day) => root.week.setFirst(month, day)
        }
        DayOfYear {
            label: qsTr("Last day")
            Layout.preferredWidth: 196
            monthNames: root.week.monthNames
            month: root.week.lastMonth
            day: root.week.lastDay
            onEdited: (month, day) => root.week.setLast(month, day)
        }
        AppButton {
            kind: "text"
            iconName: "trash"
            text: qsTr("Remove season")
            Layout.alignment: Qt.AlignBottom
            onClicked: root.week.removeSeason()
        }
    }
    SmallText {
        visible: root.week.season >= 0 && root.week.seasonError !== ""
        text: root.week.seasonError
        color: Theme.dangerText
        wrapMode: Text.Wrap
        Layout.fillWidth: true
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
}
