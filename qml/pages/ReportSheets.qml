// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// The sheets of a report one below the other; moved sideways where they are wider than there is room.
Flickable {
    id: root

    required property ReportView view
    property real sheetWidth: width

    function move(by: real): void {
        contentX = Math.max(0, Math.min(contentWidth - width, contentX + by));
    }

    height: column.height
    contentWidth: sheetWidth
    interactive: contentWidth > width
    flickableDirection: Flickable.HorizontalFlick
    boundsBehavior: Flickable.StopAtBounds
    clip: interactive
    onContentWidthChanged: contentX = 0
    ScrollBar.horizontal: AppScrollBar {}

    Column {
        id: column
        width: root.sheetWidth
        visible: root.view.ready
        spacing: Theme.s16
        Repeater {
            model: root.view.pageCount
            Panel {
                id: sheet
                required property int index
                width: column.width
                height: Math.round(width * root.view.pageRatio)
                radius: 4
                clip: true
                ReportPaper {
                    anchors.fill: parent
                    anchors.margins: 1
                    report: root.view
                    page: sheet.index
                    dimmed: root.view.loading || root.view.errorText.length > 0
                    Accessible.role: Accessible.Graphic
                    Accessible.name: sheet.index === 0 ? root.view.summary
                        : qsTr("Page %1 of the report").arg(sheet.index + 1)
                }
            }
        }
    }
}
