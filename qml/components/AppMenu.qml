// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// A menu; fill it with AppMenuItem.
Menu {
    id: menu

    // A press beside the menu only closes it.
    modal: true
    dim: false
    padding: Theme.s4
    implicitWidth: 220
    background: Panel {
        radius: Theme.radiusControl
        border.color: Theme.outlineStrong
        implicitWidth: 220
    }
    delegate: AppMenuItem {}
}
