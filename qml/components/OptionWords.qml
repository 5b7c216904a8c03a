// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// The words beside a checkbox or radio button.
Item {
    id: root

    property int side: 32
    property string text
    property string description

    implicitHeight: lines.height
    implicitWidth: side + Math.max(title.implicitWidth, about.visible ? about.implicitWidth : 0)
    opacity: enabled ? 1 : Theme.offlineOpacity

    Column {
        id: lines
        x: root.side
        width: parent.width - root.side
        anchors.verticalCenter: parent.verticalCenter
        LabelText {
            id: title
            width: parent.width
            visible: root.text.length > 0
            text: root.text
            font.weight: Font.Medium
            wrapMode: Text.Wrap
        }
        SmallText {
            id: about
            width: parent.width
            visible: root.description.length > 0
            text: root.description
            wrapMode: Text.Wrap
        }
    }
}
