// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// The chart's data as rows, newest first, as it was when the table was shown or refreshed. T or Esc
/// goes back to the chart.
FocusScope {
    id: root

    required property PowerChart chart
    property string title
    signal chartRequested()

    readonly property real valueAt: width * 0.6
    property var rows: []
    function refresh() {
        root.rows = root.visible ? root.chart.tableRows() : [];
    }
    onVisibleChanged: refresh()
    Connections {
        target: root.chart.curves.range
        function onChanged(): void {
            root.refresh();
        }
    }
    Connections {
        target: root.chart.curves
        function onLoadingChanged(): void {
            root.refresh();
        }
    }

    activeFocusOnTab: true
    Accessible.role: Accessible.Table
    Accessible.name: root.title
    Keys.onPressed: event => {
        if (event.key === Qt.Key_T || event.key === Qt.Key_Escape) {
            root.chartRequested();
            event.accepted = true;
        } else if (event.key === Qt.Key_F5) {
            root.refresh();
            event.accepted = true;
        }
    }

    Item {
        id: head
        width: parent.width
        height: 36
        CaptionText {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Time")
            font.weight: Font.Medium
        }
        CaptionText {
            x: root.valueAt - width
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Power")
            font.weight: Font.Medium
        }
        CaptionText {
            anchors.right: parent.right
            anchors.rightMargin: Theme.s16
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Low to high")
            font.weight: Font.Medium
        }
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 1
            color: Theme.outline
        }
    }
    ListView {
        id: list
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        focus: true
        keyNavigationEnabled: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.rows
        ScrollBar.vertical: AppScrollBar {}

        delegate: Rectangle {
            id: row
            required property var modelData
            required property int index
            width: list.width
            height: 32
            color: ListView.isCurrentItem && root.activeFocus ? Theme.accentSoft : Theme.surface
            Accessible.role: Accessible.Row
            Accessible.name: [row.modelData.time, row.modelData.value, row.modelData.range]
                .filter(text => text !== "").join(", ")

            SmallText {
                anchors.verticalCenter: parent.verticalCenter
                text: row.modelData.time
            }
            SmallText {
                x: root.valueAt - width
                anchors.verticalCenter: parent.verticalCenter
                text: row.modelData.value
                color: Theme.text
            }
            SmallText {
                anchors.right: parent.right
                anchors.rightMargin: Theme.s16
                anchors.verticalCenter: parent.verticalCenter
                text: row.modelData.range
            }
        }
        SmallText {
            visible: list.count === 0
            anchors.centerIn: parent
            text: qsTr("No readings yet")
        }
    }
}
