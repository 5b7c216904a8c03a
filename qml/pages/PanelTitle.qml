// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// The title of a panel.
Text {
    color: Theme.text
    font.pixelSize: Theme.fontPanel
    font.weight: Font.DemiBold
    textFormat: Text.PlainText
    elide: Text.ElideRight
    height: Math.max(24, implicitHeight)
    verticalAlignment: Text.AlignVCenter
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
