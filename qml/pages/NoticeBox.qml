// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// A tinted box: what happened, and below it short lines of what to try.
Rectangle {
    id: root

    property int tone: Ui.ToneInfo
    property string iconName: "info"
    property string title
    property list<string> lines
    default property alias extra: body.data

    implicitHeight: body.implicitHeight + 2 * Theme.s12
    radius: Theme.radiusTile
    color: Theme.toneFill(root.tone)

    Icon {
        x: Theme.s16
        y: Theme.s12
        name: root.iconName
        color: Theme.toneText(root.tone)
        size: 20
    }
    Column {
        id: body
        x: 48
        y: Theme.s12
        width: parent.width - x - Theme.s16
        spacing: Theme.s4

        LabelText {
            width: parent.width
            text: root.title
            color: root.tone === Ui.ToneNeutral ? Theme.text : Theme.toneText(root.tone)
            wrapMode: Text.Wrap
        }
        Repeater {
            model: root.lines
            SmallText {
                required property string modelData
                visible: modelData !== ""
                width: body.width
                text: qsTr("• %1").arg(modelData)
                color: root.tone === Ui.ToneNeutral ? Theme.text2 : Theme.toneText(root.tone)
                wrapMode: Text.Wrap
            }
        }
    }
}
