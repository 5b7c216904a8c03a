// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// A numbered step with its title; what is put inside stands below the title.
Item {
    id: root

    property int number: 1
    property string title
    default property alias content: column.data

    implicitHeight: column.implicitHeight

    Rectangle {
        width: 28
        height: 28
        radius: 14
        color: Theme.infoSoft
        LabelText {
            anchors.centerIn: parent
            text: root.number
            color: Theme.infoText
            font.pixelSize: Theme.fontSmall
            Accessible.ignored: true
        }
    }
    Column {
        id: column
        x: 40
        width: parent.width - x
        spacing: Theme.s8

        SectionText {
            width: parent.width
            topPadding: 2
            text: root.title
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
            Accessible.name: qsTr("Step %1: %2").arg(root.number).arg(root.title)
        }
    }
}
