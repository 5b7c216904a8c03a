// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// The names of the days beside the week: one tab stop, Up and Down choose a day; C, Enter or a
/// click offers to copy it to others.
FocusScope {
    id: root

    required property var names
    required property real rowHeight
    property int day: 0
    signal copyRequested(int day, string to)

    function offer(): void {
        menu.popup(root, 0, (root.day + 1) * root.rowHeight);
    }

    activeFocusOnTab: true
    Keys.onUpPressed: day = Math.max(0, day - 1)
    Keys.onDownPressed: day = Math.min(6, day + 1)
    Keys.onReturnPressed: offer()
    Keys.onEnterPressed: offer()
    Keys.onSpacePressed: offer()
    Keys.onPressed: event => {
        event.accepted = event.key === Qt.Key_C && event.modifiers === Qt.NoModifier;
        if (event.accepted)
            root.offer();
    }
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Copy a day")
    Accessible.description: names[day]
    Accessible.focusable: true

    Rectangle {
        visible: root.activeFocus || area.containsMouse
        x: -Theme.s4
        y: (root.activeFocus ? root.day : area.day) * root.rowHeight
        width: root.width
        height: root.rowHeight - 3
        radius: Theme.radiusSmall
        color: Theme.inset
        border.width: root.activeFocus ? 2 : 0
        border.color: Theme.accent
    }
    Repeater {
        model: root.names
        SmallText {
            required property int index
            required property string modelData
            y: index * root.rowHeight
            height: root.rowHeight - 3
            text: modelData
            color: Theme.text
            verticalAlignment: Text.AlignVCenter
            Accessible.ignored: true
        }
    }
    MouseArea {
        id: area
        readonly property int day: Math.max(0, Math.min(6, Math.floor(mouseY / root.rowHeight)))
        anchors.fill: parent
        hoverEnabled: true
        onClicked: {
            root.day = day;
            root.forceActiveFocus(Qt.MouseFocusReason);
            root.offer();
        }
        TipLoader {
            target: root
            shown: area.containsMouse
            text: qsTr("Copy %1 to other days").arg(root.names[area.day])
        }
    }
    AppMenu {
        id: menu
        AppMenuItem {
            iconName: "copy"
            text: qsTr("Copy to Monday to Friday")
            onTriggered: root.copyRequested(root.day, "weekdays")
        }
        AppMenuItem {
            iconName: "copy"
            text: qsTr("Copy to the weekend")
            onTriggered: root.copyRequested(root.day, "weekend")
        }
        AppMenuItem {
            iconName: "copy"
            text: qsTr("Copy to every day")
            onTriggered: root.copyRequested(root.day, "week")
        }
    }
}
