// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// What somebody may have to do about this outlet: allow it, retry, find out why it is away. Takes
/// no room when there is nothing.
Column {
    id: root

    required property OutletFace face
    signal allowRequested()

    readonly property bool known: root.face.decision === Ui.DecisionKnown
    readonly property bool urgent: root.known && (root.face.stripTone === Ui.ToneDanger
        || root.face.stripTone === Ui.ToneWarn)

    spacing: Theme.s8
    visible: root.urgent || !root.known || root.face.offline || root.face.firmwareNote !== ""

    NewOutletRow {
        visible: !root.known
        width: parent.width
        face: root.face
        onAllowRequested: root.allowRequested()
    }
    StatusStrip {
        visible: root.urgent
        width: parent.width
        implicitHeight: Theme.fieldHeight
        tone: root.face.stripTone
        iconName: root.face.stripIcon
        text: root.face.stripText
        busy: root.face.stripBusy
        actionText: root.face.stripActionText
        onActionClicked: root.face.activateStrip()
    }
    NoticeBox {
        visible: root.known && root.face.offline
        width: parent.width
        tone: Ui.ToneNeutral
        iconName: "offline"
        title: root.face.lastSeenText === "–" ? qsTr("Offline")
            : qsTr("Offline. Last seen %1.").arg(root.face.lastSeenText)
        lines: [
            qsTr("Is it plugged in, and does its socket have power?"),
            qsTr("Is your Wi\u2011Fi up, and is the outlet near enough?"),
            Server.primaryAddress === "" ? qsTr("Is this computer on the network?")
                : qsTr("Did this computer’s address change? It is now %1.").arg(Server.primaryAddress),
            qsTr("Unplug the outlet, wait a moment and plug it back in.")
        ]

        AppButton {
            visible: App.replacing.available
            small: true
            kind: "text"
            text: qsTr("It is broken: replace it…")
            x: -Theme.s12
            onClicked: App.askReplace(root.face.outletId)
        }
    }
    NoticeBox {
        visible: root.face.firmwareNote !== ""
        width: parent.width
        tone: Ui.ToneWarn
        iconName: "warning"
        title: root.face.firmwareNote
    }
}
