// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// Lines to enter somewhere else: to read, to mark, and to copy as a whole.
Rectangle {
    id: root

    property string text
    property string accessibleName
    property string copyDescription

    implicitHeight: code.height + Theme.s8
    radius: Theme.radiusControl
    color: Theme.inset

    TextEdit {
        id: code
        x: Theme.s12
        y: Theme.s4
        width: parent.width - copy.width - Theme.s24
        height: Math.max(Theme.hitSize, implicitHeight)
        topPadding: Theme.s8
        bottomPadding: Theme.s8
        text: root.text
        readOnly: true
        selectByMouse: true
        activeFocusOnTab: true
        wrapMode: TextEdit.Wrap
        textFormat: TextEdit.PlainText
        font.family: Theme.monoFamily
        font.pixelSize: Theme.fontCaption
        color: Theme.text
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentInk
        Keys.onTabPressed: event => event.accepted = false
        Accessible.role: Accessible.EditableText
        Accessible.readOnly: true
        Accessible.name: root.accessibleName
    }
    AppButton {
        id: copy
        anchors.right: parent.right
        anchors.rightMargin: Theme.s4
        y: Theme.s4
        kind: "text"
        small: true
        iconName: "copy"
        text: qsTr("Copy")
        Accessible.description: root.copyDescription
        onClicked: App.copy(root.text)
    }
    FocusRing {
        visible: code.activeFocus
    }
}
