// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic

/// One option of a grid of pictures or colours. The chosen one is the tab stop; arrows move on.
AbstractButton {
    id: control

    property bool chosen: false
    property bool tabStop: chosen
    signal stepRequested(int by)
    signal rowRequested(int by)

    hoverEnabled: true
    focusPolicy: tabStop || activeFocus ? Qt.StrongFocus : Qt.ClickFocus
    padding: 0
    Keys.onLeftPressed: stepRequested(mirrored ? 1 : -1)
    Keys.onRightPressed: stepRequested(mirrored ? -1 : 1)
    Keys.onUpPressed: rowRequested(-1)
    Keys.onDownPressed: rowRequested(1)
    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: chosen
}
