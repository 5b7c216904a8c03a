// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// A tooltip: shows half a second after `visible` is asked for.
ToolTip {
    id: tip

    delay: Theme.toolTipDelay
    padding: Theme.s8
    leftPadding: Theme.s12
    rightPadding: Theme.s12
    contentItem: SmallText {
        text: tip.text
        color: Theme.text
        wrapMode: Text.Wrap
    }
    background: Rectangle {
        radius: Theme.radiusSmall
        color: Theme.surface
        border.width: 1
        border.color: Theme.outlineStrong
    }
}
