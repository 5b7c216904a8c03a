// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// Chooses the order of a list of outlets.
Item {
    id: root

    property bool iconOnly: false
    property int sort: Ui.SortMyOrder

    readonly property var names: [qsTr("My order"), qsTr("Name"), qsTr("Room"), qsTr("Signal"),
        qsTr("Last seen")]

    implicitWidth: root.iconOnly ? Theme.hitSize : button.implicitWidth
    implicitHeight: Theme.hitSize

    AppButton {
        id: button
        visible: !root.iconOnly
        iconName: "sort"
        text: root.names[root.sort]
        Accessible.name: qsTr("Sort by %1").arg(text)
        onClicked: menu.popup(root, 0, root.height)
    }
    IconButton {
        visible: root.iconOnly
        iconName: "sort"
        tip: qsTr("Sort by %1").arg(root.names[root.sort])
        edged: true
        onClicked: menu.popup(root, 0, root.height)
    }
    AppMenu {
        id: menu
        Repeater {
            model: root.names
            AppMenuItem {
                required property int index
                required property string modelData
                text: modelData
                iconName: index === root.sort ? "check" : ""
                onTriggered: root.sort = index
            }
        }
    }
}
