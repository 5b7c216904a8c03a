// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Outlet

/// The price plan that is edited: name, kind, date, standing charge, and below them either one price
/// or periods and a week. Saved with its button.
Panel {
    id: root

    readonly property PlanEditor editor: Prices.editor

    implicitHeight: column.implicitHeight + Theme.s32

    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.s20
        anchors.topMargin: Theme.s16
        spacing: Theme.s12

        GridLayout {
            Layout.fillWidth: true
            columns: root.width >= 800 ? 4 : root.width >= 520 ? 2 : 1
            columnSpacing: Theme.s16
            rowSpacing: Theme.s12

            AppField {
                id: name
                label: qsTr("Plan name")
                text: root.editor.name
                maximumLength: 80
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                onTextEdited: root.editor.name = text
                onAccepted: save.clicked()
            }
            Labeled {
                label: qsTr("Kind")
                Layout.preferredWidth: kind.implicitWidth
                Layout.alignment: Qt.AlignTop
                Segment {
                    id: kind
                    model: [qsTr("Flat"), qsTr("Time of use")]
                    currentIndex: root.editor.flat ? 0 : 1
                    accessibleName: qsTr("Kind")
                    onActivated: index => root.editor.flat = index === 0
                }
            }
            DateField {
                label: qsTr("Valid from")
                value: root.editor.validFrom
                today: Prices.today
                error: root.editor.dateError
                Layout.preferredWidth: 158
                Layout.fillWidth: root.width < 800
                Layout.alignment: Qt.AlignTop
                onEdited: {
                    root.editor.validFrom = value;
                    value = Qt.binding(() => root.editor.validFrom);
                }
            }
            AppField {
                label: qsTr("Standing charge")
                text: root.editor.standing
                placeholder: qsTr("None")
                suffix: qsTr("per day")
                error: root.editor.standingError
                maximumLength: 20
                Layout.preferredWidth: 178
                Layout.fillWidth: root.width < 800
                Layout.alignment: Qt.AlignTop
                onTextEdited: root.editor.standing = text
                onAccepted: save.clicked()
            }
        }
        PlanPeriods {
            editor: root.editor
            Layout.fillWidth: true
        }
        PlanSeasons {
            visible: !root.editor.flat && week.titles.length > 1
            week: root.editor.week
            Layout.fillWidth: true
        }
        WeekGrid {
            visible: !root.editor.flat
            week: root.editor.week
            Layout.fillWidth: true
        }
        SmallText {
            visible: Prices.problem !== ""
            text: Prices.problem
            color: Theme.dangerText
            wrapMode: Text.Wrap
            Layout.fillWidth: true
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
        GridLayout {
            Layout.fillWidth: true
            columns: root.width >= 560 ? 2 : 1
            rowSpacing: Theme.s8

            // Placed by hand: a layout forgot the icon's room when its note came late.
            Item {
                implicitHeight: note.implicitHeight
                Layout.fillWidth: true
                Icon {
                    visible: note.text !== ""
                    anchors.verticalCenter: parent.verticalCenter
                    name: "info"
                    size: 16
                }
                SmallText {
                    id: note
                    x: 16 + Theme.s8
                    width: parent.width - x
                    text: root.editor.note
                    wrapMode: Text.Wrap
                }
            }
            RowLayout {
                spacing: Theme.s4
                Layout.alignment: Qt.AlignRight
                AppButton {
                    kind: "text"
                    text: qsTr("Cancel")
                    enabled: root.editor.edited
                    onClicked: Prices.discard()
                }
                AppButton {
                    id: save
                    kind: "primary"
                    text: qsTr("Save plan")
                    enabled: root.editor.canSave
                    onClicked: {
                        if (root.editor.canSave)
                            Prices.save();
                    }
                }
            }
        }
    }
}
