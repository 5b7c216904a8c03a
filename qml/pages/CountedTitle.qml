// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// The title of a list with how many are in it.
Row {
    id: root

    property string text
    property int count: 0
    property int tone: Ui.ToneNeutral

    spacing: Theme.s8
    Accessible.role: Accessible.Heading
    Accessible.name: qsTr("%1, %2").arg(root.text).arg(root.count)

    SectionText {
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        Accessible.ignored: true
    }
    Badge {
        anchors.verticalCenter: parent.verticalCenter
        text: root.count
        tone: root.tone
        Accessible.ignored: true
    }
}
