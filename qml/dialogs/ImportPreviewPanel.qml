// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// What an import would do: a few rows with their result, what is here already, what can't be read.
Column {
    id: root

    required property ImportJob job
    property bool narrow: false
    property bool showsFaults: false

    spacing: Theme.s8

    Item {
        width: parent.width
        height: Math.max(heading.height, lines.height)
        SmallText {
            id: heading
            width: parent.width - lines.width - Theme.s8
            text: qsTr("First rows, then the first without data")
            font.weight: Font.Medium
            elide: Text.ElideRight
        }
        CaptionText {
            id: lines
            anchors.right: parent.right
            anchors.baseline: heading.baseline
            text: root.job.previewLinesText
        }
    }
    FilePreview {
        width: parent.width
        columns: [qsTr("time"), qsTr("outlet"), qsTr("kwh"), qsTr("result")]
        rows: root.job.previewRows
        widths: [80, 116]
    }
    StatusStrip {
        width: parent.width
        visible: text.length > 0
        tone: Ui.ToneInfo
        iconName: "info"
        text: root.job.hereText
        lines: 3
    }
    StatusStrip {
        width: parent.width
        visible: text.length > 0
        tone: Ui.ToneWarn
        iconName: "warning"
        text: root.job.faultsText
        lines: 3
        actionText: root.showsFaults ? qsTr("Hide") : qsTr("Show")
        onActionClicked: root.showsFaults = !root.showsFaults
    }
    ListView {
        id: faults
        width: parent.width
        height: Math.min(contentHeight, 140)
        visible: root.showsFaults && root.job.faultsText.length > 0
        model: visible ? root.job.faults : []
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        ScrollBar.vertical: AppScrollBar {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Rows that can’t be read")
        delegate: CaptionText {
            required property string modelData
            width: faults.width - Theme.s12
            text: modelData
            wrapMode: Text.Wrap
            bottomPadding: 2
        }
    }
    Item {
        width: parent.width
        height: choice.height + (root.narrow ? words.height + Theme.s4 : 0)
        SmallText {
            id: words
            y: root.narrow ? 0 : (choice.height - height) / 2
            text: qsTr("Rows already here")
            color: Theme.text
        }
        Segment {
            id: choice
            y: root.narrow ? words.height + Theme.s4 : 0
            anchors.right: parent.right
            width: root.narrow ? parent.width : parent.width - words.width - Theme.s20
            stretched: true
            accessibleName: words.text
            model: [qsTr("Skip"), qsTr("Replace")]
            currentIndex: root.job.replaces ? 1 : 0
            onActivated: index => root.job.replaces = index === 1
        }
    }
    AppCheckBox {
        width: parent.width
        text: qsTr("Back up first, so that this import can be undone")
        checked: root.job.backsUp
        onToggled: root.job.backsUp = checked
    }
}
