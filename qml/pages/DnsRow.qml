// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// One name and where it leads; the first of each DNS server says whom it was asked of.
Column {
    id: root

    required property string name
    required property string state
    required property int tone
    required property string iconName
    required property string resolver
    property bool isFirst: false
    property bool isLast: false

    readonly property color ink: tone === Ui.ToneWarn ? Theme.toneText(tone) : Theme.text2

    CaptionText {
        visible: root.resolver !== ""
        width: parent.width
        topPadding: root.isFirst ? 0 : Theme.s12
        text: root.resolver
        color: Theme.text2
        font.weight: Font.DemiBold
        wrapMode: Text.Wrap
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Item {
        width: parent.width
        height: words.height + Theme.s16
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("%1: %2").arg(root.name).arg(root.state)

        Icon {
            y: Theme.s8 + 1
            name: root.iconName
            size: 18
            color: root.tone === Ui.ToneNeutral ? Theme.text2 : Theme.toneStrong(root.tone)
        }
        Column {
            id: words
            x: 28
            y: Theme.s8
            width: parent.width - x

            BodyText {
                width: parent.width
                text: root.name
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            SmallText {
                width: parent.width
                text: root.state
                color: root.ink
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
        }
        Rectangle {
            visible: !root.isLast
            anchors.bottom: parent.bottom
            width: parent.width
            height: 1
            color: Theme.outline
        }
    }
}
