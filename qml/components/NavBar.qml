// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// The way around at the foot of a narrow window. `places` as for NavRail.
Rectangle {
    id: bar

    property var places: []
    property string page
    signal chosen(string page)

    implicitHeight: Theme.bottomBarHeight
    color: Theme.surface
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Pages")

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.outline
    }
    Row {
        anchors.fill: parent
        anchors.topMargin: 7
        Repeater {
            model: bar.visible ? bar.places : []
            delegate: NavItem {
                required property var modelData
                width: bar.width / Math.max(1, bar.places.length)
                iconName: modelData.icon
                text: modelData.title
                current: bar.page === modelData.page
                onClicked: bar.chosen(modelData.page)
            }
        }
    }
}
