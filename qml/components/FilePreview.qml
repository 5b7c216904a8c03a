// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// A few rows of a file as they stand there: time and name at the left, numbers at the right. Wider
/// than its place it scrolls sideways.
Rectangle {
    id: preview

    property var columns: []
    /// {cells, hasData}; rows without data are tinted.
    property var rows: []
    /// Widths of the columns after the second.
    property var widths: []

    readonly property int leastWidth: 176 + 90 + widths.reduce((sum, one) => sum + one, 0)

    function columnX(index: int): int {
        if (index === 0)
            return 0;
        if (index === 1)
            return 176;
        return table.width - widths.slice(index - 2).reduce((sum, one) => sum + one, 0);
    }
    function columnWidth(index: int): int {
        if (index === 0)
            return 168;
        return index === 1 ? columnX(2) - columnX(1) - Theme.s8 : widths[index - 2];
    }

    implicitHeight: table.height + Theme.s8
    radius: Theme.radiusTile
    color: Theme.inset

    Flickable {
        anchors.fill: parent
        anchors.leftMargin: 14
        anchors.rightMargin: 14
        contentWidth: Math.max(width, preview.leastWidth)
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: table
            width: parent.width
            Item {
                width: parent.width
                height: 36
                Repeater {
                    model: preview.columns
                    delegate: CaptionText {
                        required property int index
                        required property string modelData
                        x: preview.columnX(index)
                        width: preview.columnWidth(index)
                        anchors.verticalCenter: parent?.verticalCenter
                        text: modelData
                        elide: Text.ElideRight
                        horizontalAlignment: index > 1 ? Text.AlignRight : Text.AlignLeft
                    }
                }
            }
            Repeater {
                model: preview.rows
                delegate: Item {
                    id: line
                    required property var modelData
                    width: table.width
                    height: Math.max(23, Theme.fontCaption + 11)
                    Accessible.role: Accessible.StaticText
                    Accessible.name: preview.columns.map((column, i) => column + " "
                        + (modelData.cells[i] || qsTr("no data"))).join(", ")
                    Rectangle {
                        width: parent.width
                        height: 1
                        color: Theme.outline
                    }
                    Repeater {
                        model: line.modelData.cells
                        delegate: Text {
                            required property int index
                            required property string modelData
                            x: preview.columnX(index)
                            width: preview.columnWidth(index)
                            anchors.verticalCenter: parent?.verticalCenter
                            text: modelData
                            textFormat: Text.PlainText
                            elide: Text.ElideRight
                            horizontalAlignment: index > 1 ? Text.AlignRight : Text.AlignLeft
                            font.family: Theme.monoFamily
                            font.pixelSize: Theme.fontCaption
                            color: line.modelData.hasData ? Theme.text : Theme.warnText
                        }
                    }
                }
            }
        }
    }
}
