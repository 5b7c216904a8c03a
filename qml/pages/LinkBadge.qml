// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// Online, silent or offline: a word with a dot or an icon. On a selected row it stands on surface.
Badge {
    id: root

    required property OutletFace face
    property bool selected: false

    text: root.face.linkText
    tone: root.face.linkTone
    iconName: root.face.linkIcon
    dot: root.face.link === Ui.LinkOnline
    fill: root.selected ? Theme.surface : Theme.toneFill(root.face.linkTone)
}
