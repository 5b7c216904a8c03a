// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// One line that says what an outlet is doing, with at most one thing to do about it.
Rectangle {
    id: strip

    property int tone: Ui.TonePlain
    property string iconName
    property string text
    property string actionText
    property bool busy: false
    signal actionClicked()

    readonly property color ink: Theme.toneText(tone)
    property Item link: null
    readonly property real actionWidth: link && actionText.length > 0 ? link.width : 0
    readonly property int side: tone === Ui.TonePlain ? 0 : 10

    implicitHeight: Math.max(Theme.smallControlHeight, label.implicitHeight + Theme.s12)
    implicitWidth: label.implicitWidth + label.x + side + actionWidth
    radius: Theme.radiusSmall
    color: Theme.toneFill(tone)

    Icon {
        id: glyph
        x: strip.side
        anchors.verticalCenter: parent.verticalCenter
        visible: !strip.busy
        name: strip.iconName
        color: strip.ink
        size: 16
    }
    // Repeaters as Loaders: Qt 6.4's Loader can't create components that are bound to their file.
    Repeater {
        model: strip.busy ? 1 : 0
        delegate: Spinner {
            x: strip.side
            anchors.verticalCenter: strip.verticalCenter
        }
    }
    SmallText {
        id: label
        x: strip.side + (strip.iconName.length > 0 || strip.busy ? 24 : 0)
        width: parent.width - x - (strip.actionWidth > 0 ? strip.actionWidth : strip.side)
        anchors.verticalCenter: parent.verticalCenter
        text: strip.text
        color: strip.ink
        font.weight: strip.tone === Ui.TonePlain ? Font.Normal : Font.Medium
        elide: Text.ElideRight
    }
    Repeater {
        id: action
        model: strip.actionText.length > 0 ? 1 : 0
        delegate: LinkText {
            anchors.right: strip.right
            anchors.verticalCenter: strip.verticalCenter
            text: strip.actionText
            color: strip.ink
            onClicked: strip.actionClicked()
        }
        onItemAdded: (index, item) => strip.link = item
        onItemRemoved: strip.link = null
    }
}
