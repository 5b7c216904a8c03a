// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// Deletes what was measured, of removed outlets or of all, once the word is typed.
AppDialog {
    id: root

    readonly property bool agreed: word.text.trim().toLowerCase() === FileCare.deleteWord.toLowerCase()

    title: qsTr("Delete history?")
    text: qsTr("Readings, energy and cost are gone for ever. Outlets, schedules and prices stay. Back up first if you may need them again.")
    primaryEnabled: agreed
    initialFocus: word
    onAboutToShow: {
        word.text = "";
        removed.checked = FileCare.removedOutlets > 0;
        all.checked = !removed.checked;
    }
    onPrimaryRequested: {
        if (FileCare.erase(removed.checked, word.text))
            close();
    }

    Column {
        width: parent.width
        AppRadio {
            id: removed
            width: parent.width
            enabled: FileCare.removedOutlets > 0
            text: qsTr("Of outlets that were removed")
            description: FileCare.removedOutlets > 0 ? qsTr("%n outlet(s)", "", FileCare.removedOutlets)
                : qsTr("There is no history of any")
        }
        AppRadio {
            id: all
            width: parent.width
            text: qsTr("Of all outlets")
        }
    }
    AppField {
        id: word
        width: parent.width
        label: qsTr("Type “%1” to go on").arg(FileCare.deleteWord)
        maximumLength: 40
    }

    footer: [
        AppButton {
            kind: "text"
            text: qsTr("Cancel")
            onClicked: root.cancel()
        },
        AppButton {
            kind: "danger"
            iconName: "trash"
            text: qsTr("Delete")
            enabled: root.agreed
            onClicked: root.primaryRequested()
        }
    ]
}
