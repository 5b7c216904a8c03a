// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// What became of something, on a tint.
Rectangle {
    id: root

    property int tone: Ui.ToneAccent
    property string text

    implicitHeight: words.implicitHeight + Theme.s16
    radius: Theme.radiusSmall
    color: Theme.toneFill(root.tone)
    Accessible.role: Accessible.StaticText
    Accessible.name: root.text

    Icon {
        x: Theme.s12
        anchors.verticalCenter: parent.verticalCenter
        name: root.tone === Ui.ToneDanger ? "error" : "check"
        color: words.color
        size: 18
    }
    SmallText {
        id: words
        x: 40
        width: parent.width - x - Theme.s12
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        color: Theme.toneText(root.tone)
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
}
