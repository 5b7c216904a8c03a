// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outlet

/// Above the table: title, search, sorting, the new outlets, and what can be done with the selection.
Item {
    id: root

    required property FaceModel fresh
    required property FaceModel known
    required property OutletSelection selection
    property bool compact: false
    readonly property string search: field.text.trim()
    readonly property alias sort: sorting.sort

    signal addRequested()
    signal allowRequested(OutletFace face)
    signal turnOffRequested()
    signal removeRequested()
    signal setRoomRequested()

    function focusSearch(): void {
        field.forceActiveFocus(Qt.ShortcutFocusReason);
        field.selectAll();
    }
    function clearSearch(): void {
        field.text = "";
    }

    height: column.implicitHeight + column.y

    ColumnLayout {
        id: column
        y: root.compact ? Theme.s16 : 22
        width: parent.width
        spacing: 0

        GridLayout {
            columns: root.compact ? 1 : 2
            rowSpacing: Theme.s8
            columnSpacing: Theme.s12
            Layout.fillWidth: true

            TitleText {
                text: qsTr("Devices")
                Layout.fillWidth: true
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            RowLayout {
                spacing: root.compact ? Theme.s8 : Theme.s12

                AppField {
                    id: field
                    iconName: "search"
                    placeholder: root.compact ? qsTr("Search") : qsTr("Search name, room, address")
                    Layout.preferredWidth: 264
                    Layout.minimumWidth: 96
                    Layout.fillWidth: root.compact
                    Keys.onEscapePressed: event => {
                        event.accepted = field.text !== "";
                        field.text = "";
                    }
                }
                SortButton {
                    id: sorting
                    iconOnly: root.compact
                }
                AppButton {
                    visible: !root.compact
                    kind: "primary"
                    iconName: "add"
                    text: qsTr("Add outlet")
                    onClicked: root.addRequested()
                }
                IconButton {
                    visible: root.compact
                    iconName: "add"
                    tip: qsTr("Add outlet")
                    edged: true
                    onClicked: root.addRequested()
                }
            }
        }

        CountedTitle {
            visible: root.fresh.count > 0
            text: qsTr("New")
            count: root.fresh.count
            tone: Ui.ToneInfo
            Layout.topMargin: Theme.s12
            Layout.bottomMargin: Theme.s8
        }
        Repeater {
            model: root.fresh
            NewOutletRow {
                Layout.fillWidth: true
                Layout.bottomMargin: Theme.s8
                onAllowRequested: root.allowRequested(face)
            }
        }
        DeviceActions {
            visible: App.knownCount > 0
            selection: root.selection
            compact: root.compact
            Layout.fillWidth: true
            Layout.topMargin: Theme.s8
            Layout.bottomMargin: Theme.s4
            onTurnOffRequested: root.turnOffRequested()
            onRemoveRequested: root.removeRequested()
            onSetRoomRequested: root.setRoomRequested()
        }
    }
}
