// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// A button that is only an icon; `tip` is its tooltip and its name for screen readers.
AbstractButton {
    id: control

    property string iconName
    property string tip
    property color iconColor: Theme.text2
    property int iconSize: 20
    /// Draws an edge, for a button that stands alone (Back).
    property bool edged: false

    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    implicitWidth: Theme.hitSize
    implicitHeight: Theme.hitSize
    padding: 0
    topInset: (Theme.hitSize - Theme.controlHeight) / 2
    bottomInset: topInset
    leftInset: topInset
    rightInset: topInset
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()
    Accessible.name: tip

    background: Rectangle {
        radius: Theme.radiusControl
        color: control.edged ? Theme.surface : Theme.clear
        border.width: control.edged ? 1 : 0
        border.color: Theme.outlineStrong
        HoverTint {
            radius: parent.radius
            hovered: control.hovered
            pressed: control.down
        }
        FocusRing {
            visible: control.visualFocus
        }
    }
    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: control.iconName
            color: control.enabled ? control.iconColor : Theme.outlineStrong
            size: control.iconSize
        }
    }
    TipLoader {
        target: control
        shown: control.hovered || control.visualFocus
        text: control.tip
    }
}
