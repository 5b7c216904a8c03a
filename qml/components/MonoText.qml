// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// Lines of a file or a message, to read and to mark; wraps anywhere.
Rectangle {
    id: root

    property string text
    property string accessibleName

    implicitHeight: lines.implicitHeight
    radius: Theme.radiusTile
    color: Theme.inset

    TextEdit {
        id: lines
        width: parent.width
        padding: Theme.s12
        text: root.text
        textFormat: TextEdit.PlainText
        wrapMode: TextEdit.WrapAnywhere
        readOnly: true
        selectByMouse: true
        activeFocusOnTab: true
        font.family: Theme.monoFamily
        font.pixelSize: Theme.fontCaption
        color: Theme.text
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentInk
        Keys.onTabPressed: event => event.accepted = false
        Keys.onBacktabPressed: event => event.accepted = false
        Keys.onReturnPressed: event => event.accepted = false
        Accessible.role: Accessible.EditableText
        Accessible.readOnly: true
        Accessible.name: root.accessibleName
    }
    FocusRing {
        visible: lines.activeFocus
    }
}
