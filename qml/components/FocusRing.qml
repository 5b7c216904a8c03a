// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// The keyboard focus ring: 2 px, 2 px outside its parent. Bind `visible` to `visualFocus`.
Rectangle {
    /// The radius of what is ringed.
    property real cornerRadius: Theme.radiusControl

    anchors.fill: parent
    anchors.margins: -4
    radius: cornerRadius + 4
    color: Theme.clear
    border.width: 2
    border.color: Theme.accent
}
