// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outlet

/// One price: its colour, name and times; how much of the energy it had, and what that cost.
RowLayout {
    id: root

    property color swatch
    property string name
    property string details
    property string share
    property string cost

    spacing: Theme.s8
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1, %2: %3, %4").arg(root.name).arg(root.details).arg(root.share).arg(root.cost)

    Rectangle {
        implicitWidth: 10
        implicitHeight: 10
        radius: 3
        color: root.swatch
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: 6
    }
    ColumnLayout {
        spacing: 0
        Layout.fillWidth: true
        RowLayout {
            LabelText {
                text: root.name
                font.weight: Font.Medium
                elide: Text.ElideRight
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            LabelText {
                text: root.share
                Accessible.ignored: true
            }
        }
        RowLayout {
            CaptionText {
                text: root.details
                wrapMode: Text.Wrap
                Layout.fillWidth: true
                Accessible.ignored: true
            }
            CaptionText {
                text: root.cost
                Layout.alignment: Qt.AlignTop
                Accessible.ignored: true
            }
        }
    }
}
