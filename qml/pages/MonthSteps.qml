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

    /// The width at which the name is whole; asked of the parts, as a layout's own is settled only later.
    readonly property real whole: before.implicitWidth + name.implicitWidth + 2 * Theme.s4 + after.implicitWidth

    spacing: 0

    IconButton {
        id: before
        iconName: "back"
        tip: qsTr("Back in time (Page up)")
        enabled: root.canGoBack
        onClicked: root.back()
    }
    BodyText {
        id: name
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
        id: after
        iconName: "forward"
        tip: qsTr("Forward in time (Page down)")
        enabled: root.canGoForward
        onClicked: root.forward()
    }
}
