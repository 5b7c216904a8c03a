// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// One thing to do, with its number or icon and its button; the button goes below when there is little
/// room.
Item {
    id: row

    property int number: 1
    /// Stands in place of the number.
    property string iconName
    property string title
    property string text
    property string buttonText
    property string buttonIcon
    property string buttonKind: "outline"
    readonly property bool narrow: width < 480
    signal triggered()

    implicitHeight: narrow ? Theme.s12 + words.height + (button.visible ? Theme.s4 + button.height : 0) + Theme.s12
        : Math.max(73, words.height + Theme.s24)

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.outline
    }
    Rectangle {
        id: dot
        visible: row.iconName.length === 0
        width: 28
        height: 28
        radius: 14
        y: row.narrow ? Theme.s16 : (row.height - height) / 2
        color: Theme.inset
        SmallText {
            anchors.centerIn: parent
            text: row.number
            color: Theme.text
            font.weight: Font.DemiBold
        }
    }
    Tile {
        visible: row.iconName.length > 0
        y: row.narrow ? Theme.s16 : (row.height - height) / 2
        iconName: row.iconName
    }
    Column {
        id: words
        x: row.iconName.length > 0 ? 52 : 44
        y: row.narrow ? Theme.s12 : (row.height - height) / 2
        width: (row.narrow || !button.visible ? row.width : button.x - Theme.s12) - x
        LabelText {
            width: parent.width
            text: row.title
            wrapMode: Text.Wrap
        }
        SmallText {
            width: parent.width
            visible: row.text.length > 0
            text: row.text
            wrapMode: Text.Wrap
        }
    }
    AppButton {
        id: button
        visible: row.buttonText.length > 0
        x: row.narrow ? words.x : row.width - width
        y: row.narrow ? Theme.s12 + words.height + Theme.s4 : (row.height - height) / 2
        kind: row.buttonKind
        text: row.buttonText
        iconName: row.buttonIcon
        onClicked: row.triggered()
    }
}
