// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// The name of a Wi-Fi: typed, or chosen from those that the system sees.
AppField {
    id: root

    readonly property var seen: Setup.wifi.homeNames

    label: qsTr("Network")
    placeholder: qsTr("The name of your Wi‑Fi")
    iconName: "signal3"
    inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
    endItem: IconButton {
        id: opener
        visible: root.seen.length > 0
        iconName: "down"
        tip: qsTr("Choose a network")
        onClicked: menu.popup(root.box, 0, root.box.height + Theme.s4)
    }

    AppMenu {
        id: menu
        width: root.width
        Instantiator {
            model: root.seen
            delegate: AppMenuItem {
                required property string modelData
                text: modelData
                iconName: "signal3"
                onTriggered: root.text = modelData
            }
            onObjectAdded: (index, object) => menu.insertItem(index, object as AppMenuItem)
            onObjectRemoved: (index, object) => menu.removeItem(object as AppMenuItem)
        }
    }
}
