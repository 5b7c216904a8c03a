// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// A control that has no label of its own, under its label.
Column {
    id: root

    property string label
    default property alias content: slot.data

    spacing: 6

    SmallText {
        width: parent.width
        text: root.label
        font.weight: Font.Medium
        wrapMode: Text.Wrap
    }
    Column {
        id: slot
        width: parent.width
    }
}
