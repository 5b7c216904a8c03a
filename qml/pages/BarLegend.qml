// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// The names of the colours under a bar chart; each hides or shows its part.
Flow {
    id: root

    required property BarChart chart

    readonly property int lineHeight: 28
    spacing: 0

    Repeater {
        model: root.chart.legend
        // Lines of small text stand nearer to each other than what is easy to hit is high.
        Item {
            id: place
            required property var modelData
            width: entry.implicitWidth
            height: root.lineHeight

            AbstractButton {
                id: entry
                readonly property bool shown: root.chart.hiddenKeys.indexOf(place.modelData.key) < 0
                y: (place.height - height) / 2
                implicitHeight: Theme.hitSize
                implicitWidth: Math.max(Theme.hitSize, words.implicitWidth + words.x + Theme.s20)
                text: place.modelData.name
                hoverEnabled: true
                focusPolicy: Qt.StrongFocus
                padding: 0
                onClicked: root.chart.toggle(place.modelData.key)
                Accessible.role: Accessible.CheckBox
                Accessible.name: qsTr("Show %1 in the chart").arg(place.modelData.name)
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
                        color: entry.shown ? Theme.series(place.modelData.color) : Theme.clear
                        border.width: entry.shown ? 0 : 1
                        border.color: Theme.outlineStrong
                    }
                    CaptionText {
                        id: words
                        x: Theme.s16
                        anchors.verticalCenter: parent.verticalCenter
                        text: place.modelData.name
                        font.strikeout: !entry.shown
                    }
                }
            }
        }
    }
    Row {
        visible: root.chart.hasProjection
        height: root.lineHeight
        spacing: 6
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: 10
            height: 10
            radius: 3
            color: Theme.inset
            border.width: 1
            border.color: Theme.outlineStrong
        }
        CaptionText {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Projected")
        }
    }
}
