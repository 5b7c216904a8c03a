// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// One figure above a chart, with its name.
Column {
    id: root

    property string label
    property string value

    SmallText {
        text: root.label
    }
    ValueText {
        text: root.value === "" ? qsTr("–") : root.value
    }
}
