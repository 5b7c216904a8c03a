// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Outlet

/// One fact of a panel: its name left, its value right, a hairline below. What is put inside stands
/// after the value (a copy button).
Item {
    id: root

    property string label
    property string value
    property string iconName
    property bool last: false
    /// Many facts on one page stand closer.
    property bool dense: false
    property color valueColor: Theme.text
    default property alias extra: extras.data

    implicitHeight: Math.max(dense ? 29 : 36, row.implicitHeight + (dense ? Theme.s8 : Theme.s12))
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2").arg(root.label).arg(root.value)

    RowLayout {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: 0

        BodyText {
            text: root.label
            color: Theme.text2
            Accessible.ignored: true
        }
        BodyText {
            text: root.value
            color: root.valueColor
            font.weight: Font.Medium
            horizontalAlignment: Text.AlignRight
            wrapMode: Text.Wrap
            leftPadding: icon.visible ? icon.width + Theme.s8 : 0
            Layout.fillWidth: true
            Layout.leftMargin: Theme.s8
            Accessible.ignored: true

            Icon {
                id: icon
                visible: root.iconName !== ""
                x: parent.width - parent.contentWidth - width - Theme.s8
                anchors.verticalCenter: parent.verticalCenter
                name: root.iconName
                size: 18
            }
        }
        Row {
            id: extras
            Layout.rightMargin: implicitWidth > 0 ? -Theme.s12 : 0
            Layout.topMargin: root.dense ? -Theme.s12 : -Theme.s8
            Layout.bottomMargin: Layout.topMargin
        }
    }
    Rectangle {
        visible: !root.last
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.outline
    }
}
