// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// Which outlet each name in the file is, and which rows are left out.
Column {
    id: root

    required property ImportJob job
    property bool narrow: false

    spacing: Theme.s4

    Item {
        width: parent.width
        height: heading.height + Theme.s4
        SmallText {
            id: heading
            text: qsTr("Name in the file")
            font.weight: Font.Medium
        }
        SmallText {
            anchors.right: parent.right
            text: qsTr("Rows")
            font.weight: Font.Medium
        }
    }
    Repeater {
        model: root.job.names
        delegate: Item {
            id: row
            required property var modelData
            readonly property var choice: root.job.outletChoices[modelData.choice]
            width: root.width
            height: Math.max(36, box.height)
            SmallText {
                width: arrow.x - Theme.s8
                anchors.verticalCenter: parent.verticalCenter
                text: row.modelData.name
                color: Theme.text
                elide: Text.ElideRight
            }
            Icon {
                id: arrow
                x: root.narrow ? row.width * 0.3 : 162
                anchors.verticalCenter: parent.verticalCenter
                name: "forward"
                color: Theme.text2
                size: 16
            }
            AppComboBox {
                id: box
                x: arrow.x + 28
                width: root.narrow ? row.width - x - 56 : 260
                small: true
                accessibleName: qsTr("Outlet for %1").arg(row.modelData.name)
                model: root.job.outletChoices
                textRole: "text"
                currentIndex: row.modelData.choice
                iconName: row.choice ? row.choice.icon : ""
                onActivated: index => root.job.choose(row.modelData.index, index)
            }
            SmallText {
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: row.modelData.rows
            }
        }
    }
    Row {
        visible: root.job.moreNamesText.length > 0
        spacing: Theme.s4
        CaptionText {
            anchors.verticalCenter: parent.verticalCenter
            text: root.job.moreNamesText
        }
        AppButton {
            kind: "text"
            small: true
            text: qsTr("Show all")
            onClicked: root.job.showAllNames()
        }
    }
}
