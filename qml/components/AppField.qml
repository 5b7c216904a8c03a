// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// A text field with its label above and, if `error` is set, one line of help under it.
FocusScope {
    id: root

    property alias text: input.text
    property alias placeholder: input.placeholderText
    property alias validator: input.validator
    property alias inputMethodHints: input.inputMethodHints
    property alias maximumLength: input.maximumLength
    property alias readOnly: input.readOnly
    property alias echoMode: input.echoMode
    /// A button at the end of the box.
    property alias endItem: end.data
    /// Where the box itself is, for what lies on or under it.
    readonly property alias box: input
    property string label
    property string error
    property string suffix
    property string iconName
    signal accepted()
    signal textEdited()

    function selectAll(): void {
        input.selectAll();
    }

    implicitWidth: 200
    implicitHeight: input.y + input.height + (help.visible ? help.height + Theme.s4 : 0)

    SmallText {
        id: caption
        width: parent.width
        visible: root.label.length > 0
        text: root.label
        font.weight: Font.Medium
        wrapMode: Text.Wrap
    }
    TextField {
        id: input
        anchors.top: caption.visible ? caption.bottom : parent.top
        anchors.topMargin: caption.visible ? 6 : 0
        width: parent.width
        height: Math.max(Theme.fieldHeight, contentHeight + Theme.s24)
        focus: true
        selectByMouse: true
        leftPadding: root.iconName.length > 0 ? 40 : Theme.s12
        rightPadding: unit.visible ? unit.implicitWidth + Theme.s20 : end.width > 0 ? end.width : Theme.s12
        font.pixelSize: Theme.fontBody
        color: enabled ? Theme.text : Theme.outlineStrong
        placeholderTextColor: Theme.text2
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentInk
        verticalAlignment: TextInput.AlignVCenter
        background: FieldGround {
            focused: input.activeFocus
            failed: root.error.length > 0
            enabled: root.enabled
        }
        Accessible.name: root.label.length > 0 ? root.label : root.placeholder
        Accessible.description: root.error
        onAccepted: root.accepted()
        onTextEdited: root.textEdited()

        SmallText {
            id: unit
            anchors.right: parent.right
            anchors.rightMargin: Theme.s12
            anchors.verticalCenter: parent.verticalCenter
            visible: root.suffix.length > 0
            text: root.suffix
        }
        Item {
            id: end
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            width: childrenRect.width
            height: childrenRect.height
        }
        Icon {
            x: Theme.s12
            anchors.verticalCenter: parent.verticalCenter
            visible: root.iconName.length > 0
            name: root.iconName
            size: 18
        }
    }
    SmallText {
        id: help
        anchors.top: input.bottom
        anchors.topMargin: Theme.s4
        width: parent.width
        visible: root.error.length > 0
        text: root.error
        color: Theme.dangerText
        wrapMode: Text.Wrap
        Accessible.role: Accessible.AlertMessage
        Accessible.name: root.error
    }
}
