// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// The small tinted square that carries an outlet's icon.
Rectangle {
    id: tile

    property string iconName
    property int tone: Ui.ToneNeutral
    property int size: 40
    property color iconColor: Theme.toneText(tone)

    implicitWidth: size
    implicitHeight: size
    radius: size >= 48 ? Theme.radiusCard : Theme.radiusTile
    color: tone === Ui.TonePlain ? Theme.surface : Theme.toneFill(tone)

    Icon {
        anchors.centerIn: parent
        name: tile.iconName
        color: tile.iconColor
        size: Math.round(tile.size * 0.55)
    }
}
