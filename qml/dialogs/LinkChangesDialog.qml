// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// The last changes of the link of the outlet that Diagnostics shows, with their reasons.
AppDialog {
    id: root

    title: qsTr("Changes of the link")
    text: Diagnostics.linkChanges.length > 0
        ? qsTr("The last 50 at most, since Outlet was started, the newest first.")
        : qsTr("Nothing has changed since Outlet was started.")
    initialFocus: closeButton
    onPrimaryRequested: close()

    Column {
        width: parent.width
        Repeater {
            model: root.opened ? Diagnostics.linkChanges : []
            Item {
                id: change
                required property var modelData
                width: parent?.width ?? 0
                height: Math.max(reason.height + Theme.s16, 36)
                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("%1, %2: %3").arg(modelData.time).arg(modelData.state).arg(modelData.reason)
                SmallText {
                    id: time
                    y: Theme.s8
                    width: 120
                    text: change.modelData.time
                    wrapMode: Text.Wrap
                    Accessible.ignored: true
                }
                SmallText {
                    id: state
                    x: time.width
                    y: Theme.s8
                    width: 72
                    text: change.modelData.state
                    color: Theme.text
                    font.weight: Font.DemiBold
                    Accessible.ignored: true
                }
                SmallText {
                    id: reason
                    x: state.x + state.width
                    y: Theme.s8
                    width: parent.width - x
                    text: change.modelData.reason
                    wrapMode: Text.Wrap
                    Accessible.ignored: true
                }
                Rectangle {
                    anchors.bottom: parent.bottom
                    width: parent.width
                    height: 1
                    color: Theme.outline
                }
            }
        }
    }
    footer: AppButton {
        id: closeButton
        text: qsTr("Close")
        onClicked: root.close()
    }
}
