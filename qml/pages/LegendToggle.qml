// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// A name of a chart's legend with its colour; a click hides or shows what it stands for.
AbstractButton {
    id: entry

    property bool shown: true
    /// Which of Theme.series(); 0 = the accent.
    property int series: 0

    implicitHeight: Theme.hitSize
    implicitWidth: Math.max(Theme.hitSize, words.implicitWidth + words.x + Theme.s20)
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    padding: 0
    Accessible.role: Accessible.CheckBox
    Accessible.name: qsTr("Show %1 in the chart").arg(entry.text)
    Accessible.checkable: true
    Accessible.checked: shown
    TipLoader {
        target: entry
        shown: entry.hovered
        text: entry.shown ? qsTr("Hide in the chart") : qsTr("Show in the chart")
    }
    background: Item {
        FocusRing {
            visible: entry.visualFocus
            anchors.topMargin: Theme.s8
            anchors.bottomMargin: Theme.s8
            anchors.rightMargin: Theme.s8
            cornerRadius: 4
        }
    }
    contentItem: Item {
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: 10
            height: 10
            radius: 3
            color: entry.shown ? Theme.series(entry.series) : Theme.clear
            border.width: entry.shown ? 0 : 1
            border.color: Theme.outlineStrong
        }
        CaptionText {
            id: words
            x: Theme.s16
            anchors.verticalCenter: parent.verticalCenter
            text: entry.text
            font.strikeout: !entry.shown
        }
    }
}
