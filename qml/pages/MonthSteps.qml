// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Outlet

/// One period back and one forward, with the name of the one that is shown between.
RowLayout {
    id: root

    property string title
    property bool canGoBack: false
    property bool canGoForward: false
    signal back()
    signal forward()

    spacing: 0

    IconButton {
        iconName: "back"
        tip: qsTr("Back in time (Page up)")
        enabled: root.canGoBack
        onClicked: root.back()
    }
    BodyText {
        text: root.title
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
        enabled: root.canGoForward
        onClicked: root.forward()
    }
}
