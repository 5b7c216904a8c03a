// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Outlet

/// The ground of a settings section: its icon and name, and below them what can be set.
Panel {
    id: root

    property string title
    property string iconName
    default property alias content: column.data

    implicitHeight: column.implicitHeight + 2 * Theme.s20

    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.s20
        anchors.topMargin: Theme.s16
        spacing: Theme.s8

        RowLayout {
            spacing: Theme.s12
            Layout.bottomMargin: Theme.s4
            Tile {
                iconName: root.iconName
                tone: Ui.ToneAccent
                size: 36
            }
            SectionText {
                text: root.title
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
        }
    }
}
