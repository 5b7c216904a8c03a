// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// One line of an AppMenu. `danger` colours what removes something.
MenuItem {
    id: item

    property string iconName
    property bool danger: false

    implicitHeight: Math.max(Theme.hitSize, label.implicitHeight + Theme.s12)
    implicitWidth: label.implicitWidth + 64
    padding: 0
    arrow: null
    indicator: null
    contentItem: Item {
        Icon {
            x: Theme.s12
            anchors.verticalCenter: parent.verticalCenter
            visible: item.iconName.length > 0
            name: item.iconName
            color: label.color
            size: 18
        }
        BodyText {
            id: label
            x: item.iconName.length > 0 ? 42 : Theme.s12
            width: parent.width - x - Theme.s12
            anchors.verticalCenter: parent.verticalCenter
            text: item.text
            elide: Text.ElideRight
            color: !item.enabled ? Theme.outlineStrong : item.danger ? Theme.dangerText : Theme.text
        }
    }
    background: Rectangle {
        radius: Theme.radiusSmall
        color: item.highlighted ? Theme.inset : Theme.clear
    }
}
