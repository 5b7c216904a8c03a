// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// One figure of the summary bar: what it is, the figure, and a note. Small ones have no note.
Column {
    id: figure

    required property string title
    required property string value
    property string unit
    property string note
    property bool small: false

    spacing: 1
    Accessible.role: Accessible.StaticText
    Accessible.name: title
    Accessible.description: value + " " + unit + (note.length > 0 ? ", " + note : "")

    SmallText {
        width: parent.width
        text: figure.title
        font.pixelSize: figure.small ? Theme.fontCaption : Theme.fontSmall
        font.weight: Font.Medium
        elide: Text.ElideRight
    }
    Row {
        spacing: Theme.s4
        Text {
            id: number
            text: figure.value
            textFormat: Text.PlainText
            color: Theme.text
            font.pixelSize: figure.small ? Theme.fontBody : Theme.fontDisplay
            font.weight: Font.DemiBold
        }
        Text {
            anchors.baseline: number.baseline
            visible: text.length > 0
            text: figure.unit
            textFormat: Text.PlainText
            color: figure.small ? Theme.text : Theme.text2
            font.pixelSize: figure.small ? Theme.fontBody : Theme.fontSection
            font.weight: figure.small ? Font.DemiBold : Font.Medium
        }
    }
    SmallText {
        width: parent.width
        visible: !figure.small
        text: figure.note.length > 0 ? figure.note : " " // keeps its line, so that nothing jumps
        elide: Text.ElideRight
    }
}
