// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outlet

/// Where the names that outlets ask for lead now, at the router and at this computer.
Panel {
    id: root

    /// Whether somebody can see it; only then anybody is asked.
    property bool active: true

    implicitHeight: column.implicitHeight + 2 * Theme.s20

    DnsWatch {
        id: watch
        server: Server
        active: root.active
        onVerdictChanged: {
            if (known && strip.told !== verdict) {
                if (strip.told !== "")
                    App.announce(verdict);
                strip.told = verdict;
            }
        }
    }
    Column {
        id: column
        x: Theme.s20
        y: Theme.s20
        width: parent.width - 2 * x
        spacing: Theme.s12

        RowLayout {
            width: parent.width
            spacing: Theme.s8

            SectionText {
                text: qsTr("DNS check")
                font.pixelSize: Theme.fontPanel
                wrapMode: Text.Wrap
                Layout.fillWidth: true
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            AppButton {
                kind: "text"
                small: true
                busy: watch.busy
                text: qsTr("Check again")
                Layout.topMargin: -6
                Layout.bottomMargin: -6
                Layout.rightMargin: -Theme.s8
                onClicked: watch.refresh()
            }
        }
        StatusStrip {
            id: strip
            /// What a screen reader heard last.
            property string told
            width: parent.width
            lines: 4
            tone: watch.verdictTone
            busy: !watch.known
            iconName: watch.verdictIcon
            text: watch.verdict
        }
        Column {
            width: parent.width
            Repeater {
                model: watch
                DnsRow {
                    required property int index
                    width: column.width
                    isFirst: index === 0
                    isLast: index === watch.rowCount() - 1
                }
            }
        }
        SmallText {
            width: parent.width
            text: watch.note
            wrapMode: Text.Wrap
        }
    }
}
