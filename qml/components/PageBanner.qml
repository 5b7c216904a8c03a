// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// A line across the page about something that holds for all of it.
Rectangle {
    id: banner

    property int tone: Ui.ToneDanger
    property string iconName: tone === Ui.ToneDanger ? "error" : tone === Ui.ToneWarn ? "warning" : "info"
    property string text
    property string actionText
    signal actionClicked()

    implicitHeight: Math.max(48, label.implicitHeight + Theme.s24)
    radius: Theme.radiusTile
    color: Theme.toneFill(tone)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Icon {
        x: Theme.s16
        anchors.verticalCenter: parent.verticalCenter
        name: banner.iconName
        color: Theme.toneText(banner.tone)
        size: 20
    }
    BodyText {
        id: label
        x: 48
        width: parent.width - x - (action.visible ? action.width + Theme.s8 : Theme.s16)
        anchors.verticalCenter: parent.verticalCenter
        text: banner.text
        color: Theme.toneText(banner.tone)
        font.weight: Font.Medium
        wrapMode: Text.Wrap
    }
    AppButton {
        id: action
        anchors.right: parent.right
        anchors.rightMargin: Theme.s4
        anchors.verticalCenter: parent.verticalCenter
        visible: banner.actionText.length > 0
        kind: "text"
        text: banner.actionText
        textColor: Theme.toneText(banner.tone)
        onClicked: banner.actionClicked()
    }
}
