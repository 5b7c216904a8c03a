// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Outlet

/// A switch of the settings with its words, what went wrong with it, and a hairline below.
ColumnLayout {
    id: root

    property string text
    property string description
    property string error
    property bool checked: false
    property bool last: false
    signal wished(bool on)

    spacing: 0
    Layout.fillWidth: true

    Toggle {
        text: root.text
        description: root.description
        checked: root.checked
        enabled: root.enabled
        Layout.fillWidth: true
        Layout.topMargin: Theme.s4
        Layout.bottomMargin: Theme.s4
        onClicked: {
            const on = checked;
            // Show what is in force, also when the system refuses.
            checked = Qt.binding(() => root.checked);
            root.wished(on);
        }
    }
    SmallText {
        visible: root.error !== ""
        text: root.error
        color: Theme.dangerText
        wrapMode: Text.Wrap
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.s8
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }
    Rectangle {
        visible: !root.last
        color: Theme.outline
        Layout.fillWidth: true
        Layout.preferredHeight: 1
    }
}
