// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// The choice of an outlet's picture.
Grid {
    id: picker

    property string icon: "plug"
    readonly property var icons: App.icons
    signal picked(string icon)

    function move(to: int): void {
        if (to < 0 || to >= cells.count)
            return;
        picked(icons[to]);
        cells.itemAt(to).forceActiveFocus(Qt.TabFocusReason);
    }
    function title(name: string): string {
        const titles = {
            plug: qsTr("Plug"), desk: qsTr("Desk"), freezer: qsTr("Freezer"), tv: qsTr("TV"),
            heater: qsTr("Heater"), fish: qsTr("Aquarium"), washer: qsTr("Washing machine"),
            coffee: qsTr("Coffee maker"), lamp: qsTr("Lamp"), fan: qsTr("Fan"),
            router: qsTr("Router"), devices: qsTr("Outlet")
        };
        return titles[name] ?? name;
    }

    columns: 6
    spacing: Theme.s8
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Icon")

    Repeater {
        id: cells
        model: picker.icons
        delegate: PickerButton {
            id: cell
            required property string modelData
            required property int index
            implicitWidth: Math.floor((picker.width - (picker.columns - 1) * picker.spacing) / picker.columns)
            implicitHeight: 56
            text: picker.title(modelData)
            chosen: picker.icon === modelData
            tabStop: chosen || (index === 0 && picker.icons.indexOf(picker.icon) < 0)
            onClicked: picker.picked(modelData)
            onStepRequested: (by) => picker.move(index + by)
            onRowRequested: (by) => picker.move(index + by * picker.columns)
            background: Rectangle {
                radius: Theme.radiusControl
                color: cell.chosen ? Theme.accentSoft : Theme.inset
                border.width: cell.chosen ? 2 : 0
                border.color: Theme.accent
                HoverTint {
                    radius: parent.radius
                    hovered: cell.hovered
                    pressed: cell.down
                }
                FocusRing {
                    visible: cell.visualFocus
                }
            }
            contentItem: Item {
                Icon {
                    anchors.centerIn: parent
                    name: cell.modelData
                    size: 22
                    color: cell.chosen ? Theme.accentText : Theme.text2
                }
            }
        }
    }
}
