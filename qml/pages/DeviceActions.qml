// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Outlet

/// The title of the table, and what can be done with the outlets that are ticked.
GridLayout {
    id: root

    required property OutletSelection selection
    property bool compact: false

    signal turnOffRequested()
    signal removeRequested()
    signal setRoomRequested()

    readonly property bool narrow: width < 760

    columns: root.narrow ? 1 : 2
    rowSpacing: 0
    columnSpacing: Theme.s12

    Item {
        implicitHeight: Math.max(Theme.hitSize, words.height)
        Layout.fillWidth: true

        Flow {
            id: words
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            spacing: Theme.s12

            SectionText {
                id: title
                text: qsTr("Your outlets")
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            SmallText {
                width: Math.min(implicitWidth, words.width)
                height: Math.max(implicitHeight, title.height)
                verticalAlignment: Text.AlignVCenter
                text: App.devicesCountsText
                wrapMode: Text.Wrap
            }
        }
    }
    RowLayout {
        visible: root.selection.count > 0
        spacing: Theme.s8
        Layout.alignment: root.narrow ? Qt.AlignLeft : Qt.AlignRight

        LabelText {
            text: qsTr("%n selected", "", root.selection.count)
            font.pixelSize: Theme.fontSmall
            Layout.rightMargin: Theme.s8
        }
        AppButton {
            small: true
            iconName: root.compact ? "" : "home"
            text: root.compact ? qsTr("Room") : qsTr("Set room")
            onClicked: root.setRoomRequested()
        }
        AppButton {
            small: true
            iconName: root.compact ? "" : "power"
            text: qsTr("Turn off")
            onClicked: root.turnOffRequested()
        }
        AppButton {
            small: true
            kind: "dangerOutline"
            iconName: root.compact ? "" : "trash"
            text: qsTr("Remove")
            onClicked: root.removeRequested()
        }
        AppButton {
            visible: !root.compact
            small: true
            kind: "text"
            text: qsTr("Clear")
            onClicked: root.selection.clear()
        }
        IconButton {
            visible: root.compact
            iconName: "close"
            tip: qsTr("Clear selection")
            onClicked: root.selection.clear()
        }
    }
}
