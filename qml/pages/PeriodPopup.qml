// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// Renames or removes a period of a price plan, below its chip. Open it with openFor().
Popup {
    id: root

    required property PlanEditor editor
    property int index: -1
    property Item opener

    function openFor(period: int, chip: Item): void {
        index = period;
        opener = chip;
        parent = chip;
        name.text = editor.periods.data(editor.periods.index(period, 0), Qt.UserRole + 1);
        open();
        name.selectAll();
    }

    y: parent ? parent.height + Theme.s4 : 0
    margins: Theme.s8
    width: 280
    padding: Theme.s12
    modal: true
    dim: false
    focus: true
    onOpened: name.forceActiveFocus(Qt.PopupFocusReason)
    onClosed: opener?.forceActiveFocus(Qt.PopupFocusReason)
    background: Panel {
        radius: Theme.radiusControl
        border.color: Theme.outlineStrong
    }
    contentItem: Column {
        spacing: Theme.s8
        AppField {
            id: name
            width: parent.width
            label: qsTr("Period name")
            maximumLength: 80
            onTextEdited: root.editor.periods.setName(root.index, text)
            onAccepted: root.close()
        }
        Row {
            anchors.right: parent.right
            spacing: Theme.s8
            AppButton {
                small: true
                kind: "dangerOutline"
                iconName: "trash"
                text: qsTr("Remove")
                enabled: root.editor.periods.count > 2
                onClicked: {
                    root.close();
                    root.editor.removePeriod(root.index);
                }
            }
            AppButton {
                small: true
                text: qsTr("Done")
                onClicked: root.close()
            }
        }
    }
}
