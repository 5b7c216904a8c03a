// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// A choice from a list; with `editable` also what the user types. While the list is closed Enter is
/// meant for the dialog or the page around it.
ComboBox {
    id: control

    property string accessibleName
    /// What an empty editable field says.
    property string placeholder
    /// Stands before the text.
    property string iconName
    property bool small: false

    implicitHeight: small ? 36 : Math.max(Theme.fieldHeight, Theme.fontBody + Theme.s24)
    implicitWidth: 200
    leftPadding: 0
    rightPadding: 40
    font.pixelSize: Theme.fontBody
    Accessible.name: accessibleName

    EnterPass {
        item: control
        enabled: !control.popup.visible
    }
    background: FieldGround {
        focused: control.visualFocus || (control.editable && control.activeFocus) || control.popup.visible
        enabled: control.enabled
        HoverTint {
            radius: parent.radius
            hovered: control.hovered && !control.editable && control.enabled
        }
    }
    indicator: Icon {
        x: control.mirrored ? Theme.s12 : control.width - width - Theme.s12
        anchors.verticalCenter: parent.verticalCenter
        name: "down"
        size: 20
    }
    Icon {
        x: Theme.s12
        anchors.verticalCenter: parent.verticalCenter
        visible: control.iconName.length > 0
        name: control.iconName
        color: Theme.text2
        size: 18
    }
    contentItem: TextField {
        leftPadding: control.iconName.length > 0 ? 40 : Theme.s12
        rightPadding: 0
        text: control.editable ? control.editText : control.displayText
        placeholderText: control.placeholder
        placeholderTextColor: Theme.text2
        enabled: control.editable
        autoScroll: control.editable
        readOnly: control.down
        inputMethodHints: control.inputMethodHints
        validator: control.validator
        selectByMouse: control.selectTextByMouse
        font: control.font
        color: control.enabled ? Theme.text : Theme.outlineStrong
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentInk
        verticalAlignment: TextInput.AlignVCenter
        background: null
        Accessible.name: control.accessibleName
    }
    delegate: ItemDelegate {
        id: row

        required property int index

        width: ListView.view.width
        height: Math.max(Theme.hitSize, implicitContentHeight + Theme.s12)
        text: control.textAt(index)
        highlighted: control.highlightedIndex === index
        contentItem: BodyText {
            text: row.text
            elide: Text.ElideRight
            verticalAlignment: Text.AlignVCenter
            font.weight: control.currentIndex === row.index ? Font.DemiBold : Font.Normal
        }
        background: Rectangle {
            radius: Theme.radiusSmall
            color: row.highlighted ? Theme.inset : Theme.clear
        }
    }
    popup: Popup {
        y: control.height + Theme.s4
        width: control.width
        height: Math.min(contentItem.implicitHeight + 2 * padding, 320)
        padding: Theme.s4
        contentItem: ListView {
            clip: true
            implicitHeight: contentHeight
            model: control.popup.visible ? control.delegateModel : null
            currentIndex: control.highlightedIndex
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: ScrollBar {}
        }
        background: Panel {
            radius: Theme.radiusControl
            border.color: Theme.outlineStrong
        }
    }
}
