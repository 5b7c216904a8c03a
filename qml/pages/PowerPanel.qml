// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Layouts
import Outlet

/// What the outlet measures now.
Panel {
    id: root

    required property OutletFace face

    implicitHeight: column.implicitHeight + Theme.s16 + Theme.s12

    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.s20
        anchors.topMargin: Theme.s16
        spacing: 0

        RowLayout {
            spacing: Theme.s12
            Layout.bottomMargin: Theme.s8

            Column {
                Layout.fillWidth: true
                SmallText {
                    text: qsTr("Power now")
                }
                ValueText {
                    text: root.face.offline ? root.face.readingText
                        : root.face.readingText + " " + root.face.readingUnit
                    size: root.face.offline ? Theme.fontMetric : Theme.fontDisplay
                    color: root.face.readingTone === Ui.ToneWarn ? Theme.warnText
                        : root.face.readingTone === Ui.ToneNeutral ? Theme.text2 : Theme.text
                }
            }
            Sparkline {
                series: root.face.live
                offline: root.face.offline
                lineColor: root.face.overload ? Theme.warn : Theme.accent
                Layout.preferredWidth: 120
                Layout.preferredHeight: 40
                Accessible.ignored: true
            }
        }
        FactRow {
            label: qsTr("Voltage")
            value: root.face.voltageText
            Layout.fillWidth: true
        }
        FactRow {
            label: qsTr("Current")
            value: root.face.currentText
            Layout.fillWidth: true
        }
        FactRow {
            label: qsTr("Signal")
            value: root.face.signalText
            iconName: root.face.signalIcon
            last: root.face.onTodayText === ""
            Layout.fillWidth: true
        }
        FactRow {
            visible: root.face.onTodayText !== ""
            label: qsTr("On today")
            value: root.face.onTodayText
            last: true
            Layout.fillWidth: true
        }
    }
}
