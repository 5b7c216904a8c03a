// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// A short word on a tint.
Rectangle {
    id: badge

    property string text
    property int tone: Ui.ToneNeutral
    property string iconName
    /// A dot of the tone's strong colour in place of an icon.
    property bool dot: false
    /// Room beside the words.
    property int side: 10
    property color fill: Theme.toneFill(tone)

    implicitHeight: Math.max(24, label.implicitHeight + Theme.s8)
    implicitWidth: row.implicitWidth + 2 * side
    radius: height / 2
    color: fill
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Row {
        id: row
        anchors.centerIn: parent
        spacing: 6
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            visible: badge.dot
            width: 8
            height: 8
            radius: 4
            color: Theme.toneStrong(badge.tone)
        }
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: badge.iconName.length > 0
            name: badge.iconName
            color: label.color
            size: 14
        }
        CaptionText {
            id: label
            anchors.verticalCenter: parent.verticalCenter
            text: badge.text
            color: Theme.toneText(badge.tone)
            font.weight: Font.DemiBold
        }
    }
}
