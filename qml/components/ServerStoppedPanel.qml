// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// Why no outlet can connect, and what to do about it.
Panel {
    id: panel

    signal choosePortRequested()

    readonly property int side: width < Theme.compactBelow ? Theme.s16 : 36

    implicitHeight: body.height + 2 * (side - 4)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: heading.text
    Accessible.description: Server.errorText

    Column {
        id: body
        x: panel.side
        y: panel.side - 4
        width: parent.width - 2 * x

        Item {
            width: parent.width
            height: words.height + Theme.s20
            Tile {
                id: tile
                iconName: "error"
                tone: Ui.ToneDanger
                size: 56
            }
            Column {
                id: words
                x: tile.width + Theme.s20
                width: parent.width - x
                spacing: 6
                TitleText {
                    id: heading
                    width: parent.width
                    text: qsTr("The server can’t start")
                    wrapMode: Text.Wrap
                    Accessible.role: Accessible.Heading
                    Accessible.name: text
                }
                BodyText {
                    width: parent.width
                    text: Server.errorText
                    font.pixelSize: Theme.fontSection
                    wrapMode: Text.Wrap
                }
                BodyText {
                    width: parent.width
                    text: Server.errorHelp
                    color: Theme.text2
                    wrapMode: Text.Wrap
                }
            }
        }
        Rectangle {
            width: parent.width
            height: Math.max(Theme.hitSize, holder.implicitHeight + Theme.s16)
            visible: Server.holderText.length > 0 || Server.retryText.length > 0
            radius: Theme.radiusControl
            color: Theme.inset
            Icon {
                x: Theme.s16
                anchors.verticalCenter: parent.verticalCenter
                name: Server.holderText.length > 0 ? "devices" : "retry"
                size: 20
            }
            BodyText {
                id: holder
                x: 48
                width: (retryWord.visible ? retryWord.x : parent.width) - x - Theme.s8
                anchors.verticalCenter: parent.verticalCenter
                text: Server.holderText.length > 0 ? Server.holderText : Server.retryText
                color: Theme.text2
                wrapMode: Text.Wrap
            }
            SmallText {
                id: retryWord
                anchors.right: parent.right
                anchors.rightMargin: Theme.s16
                anchors.verticalCenter: parent.verticalCenter
                visible: Server.holderText.length > 0 && Server.retryText.length > 0
                text: Server.retryText
            }
        }
        SectionText {
            width: parent.width
            topPadding: Theme.s20
            bottomPadding: Theme.s12
            text: qsTr("What you can do")
            font.pixelSize: Theme.fontPanel
        }
        StepRow {
            width: parent.width
            number: 1
            title: Server.holderText.length > 0 ? qsTr("Close the other program") : qsTr("Try again")
            text: Server.holderText.length > 0 ? qsTr("If it is a second copy of Outlet, use its tray icon and choose Quit.")
                : qsTr("Outlet also tries by itself every few seconds.")
            buttonText: qsTr("Try again")
            buttonIcon: "retry"
            buttonKind: "primary"
            onTriggered: Server.retry()
        }
        StepRow {
            width: parent.width
            number: 2
            title: qsTr("Use another port")
            text: qsTr("Works only for outlets you set up again. Older ones always call %1.").arg(Server.defaultPort)
            buttonText: qsTr("Choose port")
            onTriggered: panel.choosePortRequested()
        }
        StepRow {
            width: parent.width
            number: 3
            title: qsTr("Still stuck?")
            text: qsTr("Copy the details and attach them to a bug report.")
            buttonText: qsTr("Copy details")
            buttonIcon: "copy"
            onTriggered: Server.copyDetails()
        }
    }
}
