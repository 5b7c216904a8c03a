// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// A date: typed as the locale writes it, or chosen from a month that opens below (Down, Alt+Down
/// or the calendar). `value` is "2025-10-01", or "" for none.
FocusScope {
    id: root

    property alias value: picker.value
    property alias earliest: picker.earliest
    property alias latest: picker.latest
    property alias today: picker.today
    property alias label: field.label
    property string error
    /// What is typed is a date that can be chosen.
    readonly property bool valid: typedError === "" && value !== ""
    readonly property bool popupOpen: popup.opened
    property string typedError
    /// The user chose another date.
    signal edited()

    function take(): void {
        const before = picker.value;
        root.typedError = picker.take(field.text);
        if (root.typedError === "")
            field.text = picker.text;
        if (picker.value !== before)
            root.edited();
    }
    function choose(iso: string): void {
        const before = picker.value;
        picker.value = iso;
        root.typedError = "";
        field.text = picker.text;
        popup.close();
        if (picker.value !== before)
            root.edited();
    }

    implicitWidth: 200
    implicitHeight: field.implicitHeight

    DatePicker {
        id: picker
        onValueChanged: {
            root.typedError = "";
            field.text = picker.text;
        }
    }
    AppField {
        id: field
        width: parent.width
        focus: true
        text: picker.text
        iconName: "calendar"
        maximumLength: 40
        error: root.typedError !== "" ? root.typedError : root.error
        onAccepted: root.take()
        onActiveFocusChanged: {
            if (!activeFocus && !popup.opened && text !== picker.text)
                root.take();
        }
        Keys.onDownPressed: popup.open()
    }
    IconButton {
        y: field.box.y + (field.box.height - height) / 2
        width: Theme.hitSize
        focusPolicy: Qt.NoFocus // the field's Down does the same
        iconName: "calendar"
        iconSize: 18
        tip: qsTr("Choose a date")
        onClicked: popup.open()
    }
    DatePopup {
        id: popup
        picker: picker
        y: field.box.y + field.box.height + Theme.s4
        onChosen: iso => root.choose(iso)
        onClosed: field.forceActiveFocus(Qt.PopupFocusReason)
    }
}
