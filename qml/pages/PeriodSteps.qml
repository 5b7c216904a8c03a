// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outlet

/// One period back and one forward, with the name of the period between.
RowLayout {
    id: root

    required property EnergyView view

    spacing: 0

    IconButton {
        iconName: "back"
        tip: qsTr("Back in time (Page up)")
        enabled: root.view.canGoBack
        onClicked: root.view.goBack()
    }
    BodyText {
        text: root.view.title
        font.weight: Font.Medium
        horizontalAlignment: Text.AlignHCenter
        elide: Text.ElideRight
        Layout.fillWidth: true
        Layout.minimumWidth: 0
        Layout.leftMargin: Theme.s4
        Layout.rightMargin: Theme.s4
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
    IconButton {
        iconName: "forward"
        tip: qsTr("Forward in time (Page down)")
        enabled: root.view.canGoForward
        onClicked: root.view.goForward()
    }
}
