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
    /// Has a cross that the user can send it away with.
    property bool dismissable: false
    signal actionClicked()
    signal dismissed()

    /// No room beside the words: what to do stands below them.
    readonly property bool stacked: dismissable && actionText.length > 0 && width < Theme.compactBelow

    implicitHeight: Math.max(48, label.implicitHeight + Theme.s24 + (stacked ? action.height - Theme.s8 : 0))
    radius: Theme.radiusTile
    color: Theme.toneFill(tone)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Icon {
        x: Theme.s16
        y: banner.stacked ? Theme.s12 : Math.round((banner.height - height) / 2)
        name: banner.iconName
        color: Theme.toneText(banner.tone)
        size: 20
    }
    BodyText {
        id: label
        x: 48
        y: banner.stacked ? Theme.s12 : Math.round((banner.height - height) / 2)
        width: (banner.stacked || !action.visible ? cross.x : action.x) - x - Theme.s8
        text: banner.text
        color: Theme.toneText(banner.tone)
        font.weight: Font.Medium
        wrapMode: Text.Wrap
    }
    AppButton {
        id: action
        x: banner.stacked ? label.x - Theme.s16 : cross.x - width
        y: banner.stacked ? banner.height - height : Math.round((banner.height - height) / 2)
        visible: banner.actionText.length > 0
        kind: "text"
        text: banner.actionText
        textColor: Theme.toneText(banner.tone)
        onClicked: banner.actionClicked()
    }
    IconButton {
        id: cross
        x: parent.width - (visible ? width + Theme.s4 : action.visible ? Theme.s4 : Theme.s8)
        y: banner.stacked ? 2 : Math.round((banner.height - height) / 2)
        visible: banner.dismissable
        iconName: "close"
        tip: qsTr("Dismiss")
        iconColor: Theme.toneText(banner.tone)
        onClicked: banner.dismissed()
    }
}
