// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// Something to know before going on: a tile, a few words, a sentence or two.
Panel {
    id: root

    property string iconName
    property int tone: Ui.ToneInfo
    property string title
    property string text

    implicitHeight: tile.height + words.implicitHeight + Theme.s12 + 2 * Theme.s20

    Tile {
        id: tile
        x: Theme.s20
        y: Theme.s20
        iconName: root.iconName
        tone: root.tone
    }
    LabelText {
        anchors.verticalCenter: tile.verticalCenter
        x: tile.x + tile.width + Theme.s12
        width: parent.width - x - Theme.s20
        text: root.title
        wrapMode: Text.Wrap
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    BodyText {
        id: words
        x: Theme.s20
        y: tile.y + tile.height + Theme.s12
        width: parent.width - 2 * x
        text: root.text
        color: Theme.text2
        wrapMode: Text.Wrap
    }
}
