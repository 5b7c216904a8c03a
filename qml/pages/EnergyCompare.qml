// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outlet

/// The running total beside that of the period before, and how they compare.
Panel {
    id: root

    required property EnergyView view
    property bool compact: false

    implicitHeight: column.implicitHeight + Theme.s12 + Theme.s16

    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: root.compact ? Theme.s16 : Theme.s20
        anchors.topMargin: Theme.s12
        anchors.bottomMargin: Theme.s12
        spacing: Theme.s8

        GridLayout {
            columns: title.implicitWidth + badge.implicitWidth + Theme.s8 <= column.width ? 2 : 1
            columnSpacing: Theme.s8
            rowSpacing: Theme.s4
            Layout.fillWidth: true
            PanelTitle {
                id: title
                text: root.view.compareTitle
                Layout.fillWidth: true
            }
            Badge {
                id: badge
                visible: root.view.compareText.length > 0
                text: root.view.compareText
                tone: root.view.compareTone
            }
        }
        RunningPlot {
            view: root.view
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: 170
        }
        SmallText {
            visible: text.length > 0
            text: root.view.compareNote
            wrapMode: Text.Wrap
            Layout.fillWidth: true
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
}
