// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// The way around at the left side. `places` is a list of {page, icon, title}.
Rectangle {
    id: rail

    property var places: []
    property string page
    readonly property bool stopped: Server.state === Ui.ServerStopped
    readonly property color footInk: stopped ? Theme.dangerText : Theme.text2
    signal chosen(string page)

    implicitWidth: Theme.railWidth
    color: Theme.surface
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Pages")

    Rectangle {
        anchors.right: parent.right
        width: 1
        height: parent.height
        color: Theme.outline
    }
    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.s20
        name: "app-logo"
        size: 40
    }
    Column {
        id: way
        anchors.horizontalCenter: parent.horizontalCenter
        y: 88
        spacing: 14
        Repeater {
            model: rail.visible ? rail.places : []
            delegate: NavItem {
                required property var modelData
                iconName: modelData.icon
                text: modelData.title
                current: rail.page === modelData.page
                onClicked: rail.chosen(modelData.page)
            }
        }
    }
    Column {
        id: foot
        // Not shown over the places in a very low window; its height is known all the same.
        opacity: y >= way.y + way.height ? 1 : 0
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s16
        spacing: Theme.s4
        Badge {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: App.demo
            text: qsTr("Simulated")
            side: 6
            tone: Ui.ToneInfo
        }
        Item {
            width: 1
            height: Theme.s4
            visible: App.demo
        }
        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: rail.stopped ? "error" : "local"
            color: rail.footInk
            size: 20
        }
        CaptionText {
            anchors.horizontalCenter: parent.horizontalCenter
            text: rail.stopped ? qsTr("Stopped") : qsTr("Local only")
            color: rail.footInk
            font.weight: Font.Medium
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
}
