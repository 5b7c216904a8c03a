// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// One stage of a set-up: done, running, waiting or failed.
Item {
    id: root

    property string title
    property string detail
    /// "done", "running", "waiting" or "failed".
    property string state_: "waiting"
    readonly property bool isDone: state_ === "done"
    readonly property bool isRunning: state_ === "running"
    readonly property bool isFailed: state_ === "failed"

    implicitHeight: Math.max(44, words.height)
    Accessible.role: Accessible.ListItem
    Accessible.name: root.title
    Accessible.description: root.isDone ? qsTr("Done. %1").arg(root.detail) : root.isRunning ? qsTr("Under way")
        : root.isFailed ? qsTr("Failed") : qsTr("Not yet")

    Rectangle {
        y: 8
        width: 28
        height: 28
        radius: 14
        visible: !root.isRunning
        color: root.isDone ? Theme.accentSoft : root.isFailed ? Theme.dangerSoft : Theme.clear
        border.width: root.isDone || root.isFailed ? 0 : 1
        border.color: Theme.outlineStrong
        Icon {
            anchors.centerIn: parent
            visible: root.isDone || root.isFailed
            name: root.isDone ? "check" : "close"
            color: root.isDone ? Theme.accentText : Theme.dangerText
            size: 16
        }
    }
    Spinner {
        x: 2
        y: 10
        width: 24
        visible: root.isRunning
        color: Theme.accent
    }
    Column {
        id: words
        x: 44
        width: parent.width - x
        anchors.verticalCenter: parent.verticalCenter
        LabelText {
            width: parent.width
            text: root.title
            color: root.state_ === "waiting" ? Theme.text2 : Theme.text
            font.weight: root.state_ === "waiting" ? Font.Normal : Font.DemiBold
            wrapMode: Text.Wrap
        }
        SmallText {
            width: parent.width
            visible: root.detail.length > 0
            text: root.detail
            wrapMode: Text.Wrap
        }
    }
}
