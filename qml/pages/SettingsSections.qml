// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// The list of settings sections: one tab stop, Up and Down move.
Column {
    id: root

    required property var sections
    property string current
    signal chosen(string key)

    spacing: Theme.s4
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Settings sections")

    function step(by: int): void {
        const at = root.sections.findIndex(each => each.key === root.current);
        const to = Math.max(0, Math.min(root.sections.length - 1, at + by));
        root.chosen(root.sections[to].key);
        items.itemAt(to).forceActiveFocus(Qt.TabFocusReason);
    }

    Repeater {
        id: items
        model: root.sections
        AbstractButton {
            id: item
            required property var modelData
            required property int index
            readonly property bool current: modelData.key === root.current

            width: root.width
            height: Math.max(Theme.hitSize, label.implicitHeight + Theme.s20)
            hoverEnabled: true
            // One tab stop for the whole list; what has the focus must not stop being one.
            focusPolicy: current || activeFocus || (root.current === "" && index === 0)
                ? Qt.StrongFocus : Qt.ClickFocus
            text: modelData.label
            onClicked: root.chosen(modelData.key)
            Keys.onReturnPressed: item.clicked()
            Keys.onEnterPressed: item.clicked()
            Keys.onUpPressed: root.step(-1)
            Keys.onDownPressed: root.step(1)
            Accessible.role: Accessible.ListItem
            Accessible.name: text
            Accessible.selected: current

            background: Rectangle {
                radius: Theme.radiusControl
                color: item.current ? Theme.accentSoft : Theme.clear
                HoverTint {
                    radius: parent.radius
                    hovered: item.hovered && !item.current
                    pressed: item.down
                }
                FocusRing {
                    visible: item.visualFocus
                }
            }
            contentItem: Item {
                Icon {
                    x: Theme.s16
                    anchors.verticalCenter: parent.verticalCenter
                    name: item.modelData.icon
                    color: label.color
                    size: 18
                }
                BodyText {
                    id: label
                    x: 46
                    anchors.verticalCenter: parent.verticalCenter
                    text: item.text
                    color: item.current ? Theme.accentText : Theme.text2
                    font.weight: item.current ? Font.DemiBold : Font.Medium
                }
            }
        }
    }
}
