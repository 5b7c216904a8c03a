// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// Whether the server runs, since when, or why not and what to do.
Column {
    id: root

    readonly property bool stopped: Server.state === Ui.ServerStopped

    spacing: Theme.s8

    StatusStrip {
        visible: !root.stopped
        width: parent.width
        tone: Server.state === Ui.ServerListening ? Ui.ToneAccent : Ui.ToneNeutral
        iconName: "check"
        busy: Server.state === Ui.ServerStarting
        text: Server.state === Ui.ServerListening ? Server.sinceText : qsTr("Starting…")
    }
    NoticeBox {
        visible: root.stopped
        width: parent.width
        tone: Ui.ToneDanger
        iconName: "error"
        title: Server.errorText
        lines: [Server.errorHelp, Server.holderText, Server.retryText]
    }
    Row {
        visible: root.stopped
        spacing: Theme.s8
        AppButton {
            iconName: "retry"
            text: qsTr("Try again")
            onClicked: Server.retry()
        }
        AppButton {
            kind: "text"
            iconName: "copy"
            text: qsTr("Copy details")
            onClicked: Server.copyDetails()
        }
    }
}
