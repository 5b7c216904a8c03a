// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// A large figure with its name above it.
Column {
    id: root

    property string label
    property string value

    spacing: 1

    SmallText {
        text: root.label
        font.weight: Font.Medium
    }
    ValueText {
        text: root.value === "" ? qsTr("–") : root.value
        size: Theme.fontDisplay
        Accessible.name: qsTr("%1: %2").arg(root.label).arg(text)
    }
}
