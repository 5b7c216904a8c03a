// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outlet

/// How many messages were ignored, and why.
Panel {
    id: root

    implicitHeight: column.implicitHeight + 2 * Theme.s16

    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.s20
        anchors.topMargin: Theme.s16
        spacing: 0

        RowLayout {
            PanelTitle {
                text: qsTr("Ignored messages")
                Layout.fillWidth: true
            }
            AppButton {
                kind: "text"
                small: true
                text: qsTr("Reset")
                Layout.topMargin: -10
                Layout.bottomMargin: -10
                Layout.rightMargin: -Theme.s12
                Accessible.description: qsTr("Counts ignored messages anew")
                onClicked: Diagnostics.resetCounters()
            }
        }
        Repeater {
            model: 6 // rows stay, whatever the counts become
            FactRow {
                dense: true
                required property int index
                readonly property var counter: Diagnostics.counters[index]
                label: counter.label
                value: counter.count
                last: index === 5
                Layout.fillWidth: true
            }
        }
        SmallText {
            text: Diagnostics.countersSinceText
            wrapMode: Text.Wrap
            Layout.fillWidth: true
            Layout.topMargin: Theme.s4
        }
    }
}
