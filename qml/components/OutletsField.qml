// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// Chooses several outlets: a field that says which, over a list of checkboxes.
AbstractButton {
    id: field

    /// {id, name, chosen}
    property var outlets: []
    property bool failed: false
    property string accessibleName
    signal toggledOutlet(string id)
    signal allChosen(bool all)

    readonly property int chosenCount: outlets.filter(one => one.chosen).length

    implicitHeight: Math.max(Theme.fieldHeight, Theme.fontBody + Theme.s24)
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Keys.onDownPressed: list.open()
    Keys.onReturnPressed: list.open()
    Keys.onEnterPressed: list.open()
    onClicked: list.opened ? list.close() : list.open()
    Accessible.role: Accessible.ComboBox
    Accessible.name: accessibleName + ", " + text

    background: FieldGround {
        focused: field.visualFocus || list.opened
        failed: field.failed
        enabled: field.enabled
        HoverTint {
            radius: parent.radius
            hovered: field.hovered && field.enabled
        }
    }
    contentItem: Item {
        Icon {
            x: Theme.s12
            anchors.verticalCenter: parent.verticalCenter
            name: "plug"
            color: Theme.text2
            size: 18
        }
        BodyText {
            x: 40
            width: parent.width - x - 40
            anchors.verticalCenter: parent.verticalCenter
            text: field.text
            color: field.enabled ? Theme.text : Theme.outlineStrong
            elide: Text.ElideRight
        }
        Icon {
            x: parent.width - width - Theme.s12
            anchors.verticalCenter: parent.verticalCenter
            name: "down"
            size: 20
        }
    }
    Popup {
        id: list
        y: field.height + Theme.s4
        width: Math.max(field.width, 240)
        height: Math.min(rows.height + 2 * padding, 320)
        padding: Theme.s8
        background: Panel {
            radius: Theme.radiusControl
            border.color: Theme.outlineStrong
        }
        onOpened: everyone.forceActiveFocus(Qt.PopupFocusReason)
        contentItem: Flickable {
            id: flick
            contentHeight: rows.height
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: AppScrollBar {}
            FocusFollower {
                flickable: flick
            }
            Column {
                id: rows
                width: flick.width
                AppCheckBox {
                    id: everyone
                    width: parent.width
                    leftPadding: Theme.s4
                    text: qsTr("All outlets")
                    tristate: true
                    checkState: field.chosenCount === 0 ? Qt.Unchecked
                        : field.chosenCount === field.outlets.length ? Qt.Checked : Qt.PartiallyChecked
                    nextCheckState: () => field.chosenCount === field.outlets.length ? Qt.Unchecked : Qt.Checked
                    onClicked: {
                        field.allChosen(field.chosenCount < field.outlets.length);
                        checkState = Qt.binding(() => field.chosenCount === 0 ? Qt.Unchecked
                            : field.chosenCount === field.outlets.length ? Qt.Checked : Qt.PartiallyChecked);
                    }
                }
                Repeater {
                    model: field.outlets.length
                    delegate: AppCheckBox {
                        required property int index
                        readonly property var outlet: field.outlets[index]
                        width: rows.width
                        leftPadding: Theme.s4
                        text: outlet ? outlet.name : ""
                        checked: outlet ? outlet.chosen : false
                        onToggled: {
                            field.toggledOutlet(outlet.id);
                            checked = Qt.binding(() => outlet ? outlet.chosen : false);
                        }
                    }
                }
            }
        }
    }
}
