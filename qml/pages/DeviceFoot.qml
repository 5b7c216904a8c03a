// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// Below the table: what to do when it is empty, and the ignored outlets.
Item {
    id: root

    required property FaceModel known
    required property FaceModel ignored
    property bool searching: false
    signal clearRequested()
    signal addRequested()

    height: column.height + Theme.s32

    Column {
        id: column
        y: Theme.s12
        width: parent.width
        spacing: Theme.s8

        EmptyState {
            visible: root.known.count === 0 && root.searching
            anchors.horizontalCenter: parent.horizontalCenter
            iconName: "search"
            title: root.known.emptyText

            AppButton {
                text: qsTr("Clear search")
                onClicked: root.clearRequested()
            }
        }
        EmptyState {
            visible: root.known.count === 0 && !root.searching
            anchors.horizontalCenter: parent.horizontalCenter
            iconName: "devices"
            title: qsTr("No outlets yet")
            text: qsTr("Outlets that connect to this computer appear here.")

            AppButton {
                iconName: "add"
                text: qsTr("Add outlet")
                onClicked: root.addRequested()
            }
        }
        CountedTitle {
            visible: root.ignored.count > 0
            text: qsTr("Ignored")
            count: root.ignored.count
        }
        Panel {
            visible: root.ignored.count > 0
            width: parent.width
            height: rows.height

            Column {
                id: rows
                width: parent.width
                Repeater {
                    model: root.ignored
                    IgnoredOutletRow {
                        required property int index
                        width: rows.width
                        last: index === root.ignored.count - 1
                    }
                }
            }
        }
    }
}
