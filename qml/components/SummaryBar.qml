// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// What the whole home uses now.
Panel {
    id: bar

    property bool compact: false
    readonly property int side: compact ? Theme.s16 + 1 : Theme.s24 + 1

    implicitHeight: words.height + (compact ? 24 : 32)
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Power now")
    Accessible.description: App.totalPowerText + " " + App.totalPowerUnit

    Column {
        id: words
        x: bar.side
        // Wide enough for every figure, so that the line beside it never moves.
        width: Math.min(parent.width - 2 * x, Math.max(190 * Theme.textScale, note.implicitWidth))
        anchors.verticalCenter: parent.verticalCenter
        spacing: 1
        SmallText {
            width: parent.width
            text: qsTr("Power now")
            font.weight: Font.Medium
            elide: Text.ElideRight
        }
        Row {
            spacing: Theme.s4
            Text {
                id: value
                text: App.totalPowerText
                textFormat: Text.PlainText
                color: Theme.text
                font.pixelSize: Theme.fontDisplay
                font.weight: Font.DemiBold
            }
            Text {
                anchors.baseline: value.baseline
                text: App.totalPowerUnit
                textFormat: Text.PlainText
                color: Theme.text2
                font.pixelSize: Theme.fontSection
                font.weight: Font.Medium
            }
        }
        SmallText {
            id: note
            width: parent.width
            text: App.totalNote.length > 0 ? App.totalNote : " " // keeps its line, so that nothing jumps
            elide: Text.ElideRight
        }
    }
    Sparkline {
        anchors.left: words.right
        anchors.leftMargin: Theme.s24
        anchors.right: parent.right
        anchors.rightMargin: bar.side
        anchors.verticalCenter: parent.verticalCenter
        height: Math.min(52, parent.height - Theme.s32)
        visible: width > 60
        series: App.totalLive
        spanSeconds: 300
        lineColor: Theme.accent
        fillColor: Qt.alpha(Theme.accent, Theme.areaOpacity)
    }
}
