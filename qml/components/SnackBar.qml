// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// One passing message at the foot of the window, gone after five seconds (not while pointed at).
Rectangle {
    id: snack

    property string text
    property string actionText
    property bool shown: false
    signal actionClicked()

    function show(message: string, action: string): void {
        text = message;
        actionText = action;
        shown = true;
        timer.restart();
    }
    function hide(): void {
        shown = false;
        timer.stop();
    }

    implicitHeight: Math.max(48, label.implicitHeight + Theme.s24)
    radius: Theme.radiusTile
    color: Theme.snack
    visible: opacity > 0
    opacity: shown ? 1 : 0
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text
    Behavior on opacity {
        NumberAnimation {
            duration: Theme.fadeTime
        }
    }

    Timer {
        id: timer
        interval: Theme.snackTime
        onTriggered: hover.hovered ? restart() : snack.hide()
    }
    HoverHandler {
        id: hover
    }
    BodyText {
        id: label
        x: Theme.s16
        width: parent.width - x - (action.visible ? action.width + Theme.s8 : Theme.s16)
        anchors.verticalCenter: parent.verticalCenter
        text: snack.text
        color: Theme.snackInk
        wrapMode: Text.Wrap
    }
    LinkText {
        id: action
        anchors.right: parent.right
        anchors.rightMargin: Theme.s8
        anchors.verticalCenter: parent.verticalCenter
        visible: snack.actionText.length > 0
        text: snack.actionText
        color: Theme.snackInk
        pixelSize: Theme.fontBody
        onClicked: {
            snack.hide();
            snack.actionClicked();
        }
    }
}
