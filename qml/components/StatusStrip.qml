// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
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
    /// More than one line of text wraps.
    property int lines: 1
    signal actionClicked()

    readonly property color ink: Theme.toneText(tone)
    readonly property real actionWidth: actionText.length > 0 ? action.width : 0
    readonly property int side: tone === Ui.TonePlain ? 0 : 10

    implicitHeight: Math.max(Theme.smallControlHeight, label.implicitHeight + Theme.s12)
    implicitWidth: label.implicitWidth + label.x + side + actionWidth
    radius: Theme.radiusSmall
    color: Theme.toneFill(tone)
    onActionTextChanged: action.update()
    onInkChanged: action.update()

    Icon {
        id: glyph
        x: strip.side
        anchors.verticalCenter: parent.verticalCenter
        visible: !strip.busy
        name: strip.iconName
        color: strip.ink
        size: 16
    }
    Loader {
        x: strip.side
        anchors.verticalCenter: parent.verticalCenter
        active: strip.busy
        sourceComponent: Spinner {}
    }
    SmallText {
        id: label
        x: strip.side + (strip.iconName.length > 0 || strip.busy ? 24 : 0)
        width: strip.width - x - (strip.actionWidth > 0 ? strip.actionWidth : strip.side)
        anchors.verticalCenter: parent.verticalCenter
        text: strip.text
        color: strip.ink
        font.weight: strip.tone === Ui.TonePlain ? Font.Normal : Font.Medium
        elide: Text.ElideRight
        wrapMode: strip.lines > 1 ? Text.Wrap : Text.NoWrap
        maximumLineCount: strip.lines
    }
    Loader {
        id: action
        readonly property LinkText link: item as LinkText
        function update(): void {
            if (!link)
                return;
            link.text = strip.actionText;
            link.color = strip.ink;
        }
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        active: strip.actionText.length > 0
        sourceComponent: LinkText {}
        onLoaded: {
            link.clicked.connect(strip.actionClicked);
            update();
        }
    }
}
