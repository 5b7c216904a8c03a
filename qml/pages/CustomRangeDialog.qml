// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// From which day to which a chart shows.
AppDialog {
    id: dialog

    required property ChartRange range
    property string error

    function apply(): void {
        first.take();
        last.take();
        if (!first.valid || !last.valid)
            return;
        dialog.error = dialog.range.setDays(first.value, last.value);
        if (dialog.error === "")
            dialog.close();
    }

    title: qsTr("Choose days")
    initialFocus: first
    onPrimaryRequested: apply()
    onAboutToShow: {
        first.value = dialog.range.firstDay;
        last.value = dialog.range.lastDay;
        dialog.error = "";
    }

    DateField {
        id: first
        width: parent.width
        label: qsTr("From")
        onEdited: dialog.error = ""
    }
    DateField {
        id: last
        width: parent.width
        label: qsTr("To and including")
        error: dialog.error
        onEdited: dialog.error = ""
    }
    footer: [
        AppButton {
            kind: "text"
            text: qsTr("Cancel")
            onClicked: dialog.cancel()
        },
        AppButton {
            kind: "primary"
            text: qsTr("Show")
            onClicked: dialog.apply()
        }
    ]
}
