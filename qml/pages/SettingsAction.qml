// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Outlet

/// Something that can be done in the settings: its words, a button on the right, a hairline below.
ColumnLayout {
    id: root

    property string text
    property string description
    property string buttonText
    property string buttonIcon
    property string buttonKind: "outline"
    property bool busy: false
    property bool last: false
    signal clicked()

    spacing: 0
    Layout.fillWidth: true

    RowLayout {
        spacing: Theme.s12
        Layout.topMargin: Theme.s4
        Layout.bottomMargin: Theme.s4

        ColumnLayout {
            spacing: 2
            LabelText {
                text: root.text
                font.weight: Font.Medium
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
            SmallText {
                visible: text !== ""
                text: root.description
                wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                Layout.fillWidth: true
            }
        }
        AppButton {
            small: true
            text: root.buttonText
            iconName: root.buttonIcon
            kind: root.buttonKind
            busy: root.busy
            enabled: root.enabled && !root.busy
            Accessible.name: qsTr("%1: %2").arg(root.text).arg(root.buttonText)
            onClicked: root.clicked()
        }
    }
    Rectangle {
        visible: !root.last
        color: Theme.outline
        Layout.fillWidth: true
        Layout.preferredHeight: 1
    }
}
