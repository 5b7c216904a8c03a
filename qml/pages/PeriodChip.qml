// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// A period of a price plan, to choose what the week is painted with: its picture, colour and name.
/// Left and Right move on; F2 renames.
AbstractButton {
    id: chip

    required property int period
    property bool chosen: false
    property bool failed: false
    signal editRequested()
    signal stepRequested(int by)

    hoverEnabled: true
    focusPolicy: chosen || activeFocus ? Qt.StrongFocus : Qt.ClickFocus
    implicitHeight: Theme.fieldHeight
    implicitWidth: Math.max(64, row.implicitWidth + 2 * Theme.s12)
    padding: 0
    Keys.onLeftPressed: stepRequested(mirrored ? 1 : -1)
    Keys.onRightPressed: stepRequested(mirrored ? -1 : 1)
    Keys.onReturnPressed: chip.clicked()
    Keys.onEnterPressed: chip.clicked()
    Keys.onPressed: event => {
        event.accepted = event.key === Qt.Key_F2;
        if (event.accepted)
            chip.editRequested();
    }
    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: chosen

    background: Rectangle {
        radius: Theme.radiusControl
        color: chip.chosen ? Theme.periodFill(chip.period) : Theme.surface
        border.width: chip.chosen || chip.failed ? 2 : 1
        border.color: chip.failed ? Theme.danger : chip.chosen ? Theme.accent : Theme.outlineStrong
        HoverTint {
            radius: parent.radius
            hovered: chip.hovered
            pressed: chip.down
        }
        FocusRing {
            visible: chip.visualFocus
        }
    }
    TipLoader {
        target: chip
        shown: chip.hovered && chip.chosen
        text: qsTr("Press again to rename or remove it")
    }
    contentItem: Item {
        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.s8
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: Theme.periodIcons[chip.period] ?? ""
                color: chip.chosen ? Theme.periodText(chip.period) : Theme.text2
                size: 16
            }
            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: 14
                height: 14
                radius: 4
                color: Theme.periodStrong(chip.period)
            }
            Text {
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, 140)
                text: chip.text === "" ? qsTr("No name") : chip.text
                textFormat: Text.PlainText
                elide: Text.ElideRight
                color: chip.chosen ? Theme.periodText(chip.period) : Theme.text
                font.pixelSize: Theme.fontSmall
                font.weight: Font.DemiBold
            }
        }
    }
}
