// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// A chart's data as rows: a time, and columns of figures. Scrolls sideways when there are many. T or
/// Esc goes back to the chart.
FocusScope {
    id: root

    property string title
    signal chartRequested()

    /// List of {cells, words}; words = the row in one sentence.
    property var rows: []
    property list<string> columns
    property string emptyText: qsTr("No readings yet")
    readonly property real inset: Theme.s8 // the mark of the chosen row is wider than its words
    /// Of several lines of a time the longest has room, where figures leave it.
    readonly property string longestTime: rows.reduce((longest, row) =>
        row.cells[0].length > longest.length ? row.cells[0] : longest, "")
    readonly property real timeWidth: Math.max(168 * Theme.textScale,
        Math.min(Math.ceil(time.advanceWidth) + inset + Theme.s8, width - leastWidth * (columns.length - 1) - Theme.s16))
    /// Figures alone stand close; the names of many outlets need room.
    readonly property real leastWidth: (columns.length > 4 ? 112 : 60) * Theme.textScale
    readonly property real cellWidth: Math.max(leastWidth, (width - timeWidth - Theme.s16) / Math.max(1, columns.length - 1))
    readonly property real allWidth: Math.max(width, timeWidth + cellWidth * (columns.length - 1) + Theme.s16)

    activeFocusOnTab: true
    clip: true
    Accessible.role: Accessible.Table
    Accessible.name: root.title
    Keys.onPressed: event => {
        if (event.key === Qt.Key_T || event.key === Qt.Key_Escape) {
            root.chartRequested();
            event.accepted = true;
        }
    }

    TextMetrics {
        id: time
        font.pixelSize: Theme.fontSmall
        text: root.longestTime
    }
    Item {
        id: head
        x: -list.contentX
        width: root.allWidth
        height: 36
        Repeater {
            model: root.columns
            CaptionText {
                required property int index
                required property string modelData
                x: index === 0 ? root.inset : root.timeWidth + root.cellWidth * (index - 1)
                width: index === 0 ? root.timeWidth - root.inset : root.cellWidth
                height: head.height
                verticalAlignment: Text.AlignVCenter
                text: modelData
                elide: Text.ElideRight
                horizontalAlignment: index === 0 ? Text.AlignLeft : Text.AlignRight
                font.weight: Font.Medium
            }
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
        contentWidth: root.allWidth
        flickableDirection: Flickable.AutoFlickIfNeeded
        focus: true
        keyNavigationEnabled: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.rows
        clip: true
        ScrollBar.vertical: AppScrollBar {}
        ScrollBar.horizontal: AppScrollBar {}
        Keys.onLeftPressed: contentX = Math.max(0, contentX - root.cellWidth)
        Keys.onRightPressed: contentX = Math.min(Math.max(0, contentWidth - width), contentX + root.cellWidth)

        delegate: Rectangle {
            id: row
            required property var modelData
            required property int index
            width: root.allWidth
            height: 32
            color: ListView.isCurrentItem && root.activeFocus ? Theme.accentSoft : Theme.surface
            Accessible.role: Accessible.Row
            Accessible.name: row.modelData.words

            Repeater {
                model: row.modelData.cells
                SmallText {
                    required property int index
                    required property string modelData
                    x: index === 0 ? root.inset : root.timeWidth + root.cellWidth * (index - 1)
                    width: index === 0 ? root.timeWidth - root.inset : root.cellWidth
                    height: row.height
                    verticalAlignment: Text.AlignVCenter
                    text: modelData
                    color: index === 1 ? Theme.text : Theme.text2
                    elide: Text.ElideRight
                    horizontalAlignment: index === 0 ? Text.AlignLeft : Text.AlignRight
                }
            }
        }
        SmallText {
            visible: list.count === 0
            anchors.centerIn: parent
            text: root.emptyText
        }
    }
}
