// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// What has been reached, when, and what is waited for. Nothing here runs ahead of the outlet.
Column {
    id: root

    spacing: Theme.s16

    Column {
        width: parent.width
        HeadingText {
            width: parent.width
            text: qsTr("Connecting your outlet")
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        BodyText {
            width: parent.width
            text: qsTr("Usually under a minute. Keep this page open.")
            color: Theme.text2
            wrapMode: Text.Wrap
        }
    }
    Column {
        width: parent.width
        spacing: Theme.s8
        Item {
            width: parent.width
            height: step.height
            SmallText {
                id: step
                text: Setup.stepText
            }
            SmallText {
                anchors.right: parent.right
                text: Setup.elapsedText
            }
        }
        Rectangle {
            width: parent.width
            height: 8
            radius: 4
            color: Theme.inset
            Accessible.role: Accessible.ProgressBar
            Accessible.name: Setup.stepText
            Rectangle {
                width: parent.width * Setup.progress
                height: parent.height
                radius: 4
                color: Theme.accent
            }
        }
    }
    Repeater {
        model: Setup.stages
        StageRow {
            required property var modelData
            width: root.width
            title: modelData.title
            detail: modelData.detail
            state_: modelData.state
        }
    }
    NoticeBox {
        width: parent.width
        visible: Setup.remark.length > 0
        tone: Ui.ToneInfo
        title: Setup.remark
    }
    Row {
        width: parent.width
        spacing: Theme.s8
        Icon {
            name: "local"
            size: 18
        }
        SmallText {
            width: parent.width - 26
            text: qsTr("Nothing leaves your network during setup.")
            wrapMode: Text.Wrap
        }
    }
}
