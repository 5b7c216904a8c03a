// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// What the file will look like: a few of its rows, and how large it gets.
Column {
    id: root

    required property ExportJob job

    spacing: Theme.s8

    Item {
        width: parent.width
        height: Math.max(heading.height, size.height)
        SmallText {
            id: heading
            width: parent.width - size.width - Theme.s8
            text: qsTr("First rows, then the first without data")
            font.weight: Font.Medium
            elide: Text.ElideRight
        }
        CaptionText {
            id: size
            anchors.right: parent.right
            anchors.baseline: heading.baseline
            text: root.job.sizeText
        }
    }
    FilePreview {
        width: parent.width
        visible: root.job.previewColumns.length > 0
        columns: root.job.previewColumns
        rows: root.job.previewRows
        widths: columns.length === 5 ? [74, 74, 86] : [74, 74]
    }
    SmallText {
        width: parent.width
        visible: root.job.previewProblem.length > 0
        text: root.job.previewProblem
        color: Theme.dangerText
        wrapMode: Text.Wrap
    }
    CaptionText {
        width: parent.width
        text: root.job.resolution === 0
            ? qsTr("Every reading that is kept, as it was measured. They can’t be imported again.")
            : qsTr("An empty value means no data, never 0. Costs use the prices of that day.")
        wrapMode: Text.Wrap
    }
}
