// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// A password, hidden until it is asked for. Whoever uses it empties `text`, which also forgets what
/// could be undone; hide() then.
AppField {
    id: root

    property bool isShown: false

    function hide(): void {
        isShown = false;
    }

    echoMode: isShown ? TextInput.Normal : TextInput.Password
    inputMethodHints: Qt.ImhHiddenText | Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
    endItem: IconButton {
        iconName: "show"
        iconColor: root.isShown ? Theme.accent : Theme.text2
        tip: root.isShown ? qsTr("Hide the password") : qsTr("Show the password")
        onClicked: root.isShown = !root.isShown
    }
}
