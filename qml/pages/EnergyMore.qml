// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// Report and export of the Energy page as a menu, where there is no room for their buttons.
IconButton {
    id: root

    signal reportRequested()
    signal exportRequested()

    iconName: "more"
    tip: qsTr("Report and export")
    edged: true
    onClicked: menu.popup(root, width - menu.width, height)

    AppMenu {
        id: menu
        AppMenuItem {
            text: qsTr("Report")
            iconName: "report"
            onTriggered: root.reportRequested()
        }
        AppMenuItem {
            text: qsTr("Export CSV")
            iconName: "export"
            onTriggered: root.exportRequested()
        }
    }
}
