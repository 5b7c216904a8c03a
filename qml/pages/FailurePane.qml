// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// What went wrong, how far it came, and what may be behind it, each with its next step.
Column {
    id: root

    spacing: Theme.s16

    Item {
        width: parent.width
        height: Math.max(tile.height, what.height)
        Tile {
            id: tile
            iconName: "error"
            tone: Ui.ToneDanger
        }
        Column {
            id: what
            x: 52
            width: parent.width - x
            HeadingText {
                width: parent.width
                text: Setup.failureTitle
                wrapMode: Text.Wrap
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            BodyText {
                width: parent.width
                text: Setup.failureText
                color: Theme.text2
                wrapMode: Text.Wrap
            }
        }
    }
    Flow {
        width: parent.width
        spacing: Theme.s12
        Repeater {
            model: Setup.stages
            Badge {
                required property var modelData
                visible: modelData.state === "done" || modelData.state === "failed"
                text: modelData.title
                tone: modelData.state === "done" ? Ui.ToneAccent : Ui.ToneDanger
                iconName: modelData.state === "done" ? "check" : "close"
            }
        }
    }
    NoticeBox {
        width: parent.width
        visible: Setup.remark.length > 0
        tone: Ui.ToneInfo
        title: Setup.remark
    }
    Column {
        width: parent.width
        spacing: 0
        LabelText {
            width: parent.width
            bottomPadding: Theme.s12
            text: Setup.hintsTitle
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Repeater {
            model: Setup.hints
            StepRow {
                required property var modelData
                width: root.width
                iconName: modelData.icon
                title: modelData.title
                text: modelData.text
                buttonText: modelData.button
                onTriggered: Setup.follow(modelData.action)
            }
        }
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.outline
        }
    }
    Column {
        width: parent.width
        visible: Setup.firewallLines.length > 0
        spacing: Theme.s8
        SmallText {
            width: parent.width
            text: qsTr("Run these lines as administrator on this computer, then try again:")
            wrapMode: Text.Wrap
        }
        CodeBlock {
            width: parent.width
            text: Setup.firewallLines
            accessibleName: qsTr("Lines that open the firewall")
            copyDescription: qsTr("Copies the lines")
        }
    }
}
