// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outlet

/// What to do with the outlet itself before the chosen way can work, and what its light says.
Panel {
    id: root

    readonly property bool wide: width >= 860
    readonly property bool pictured: width >= 480
    readonly property bool needsButton: Setup.way !== Setup.RouterDns
    readonly property list<string> steps: Setup.way === Setup.SmartConfig
        ? [qsTr("Plug the outlet in near your router."), qsTr("Hold its side button."),
            qsTr("Let go when the light is steady blue.")]
        : Setup.way === Setup.AccessPoint
        ? [qsTr("Plug the outlet in near this computer."), qsTr("Hold its side button. Some outlets are steady blue first: keep holding."),
            qsTr("Let go when the light blinks blue slowly.")]
        : [qsTr("Leave the outlet as it is. Its button is not needed."),
            qsTr("Go on to see what to enter in your router.")]

    implicitHeight: grid.implicitHeight + 2 * Theme.s20

    GridLayout {
        id: grid
        x: Theme.s20
        y: Theme.s20
        width: parent.width - 2 * x
        columns: root.wide ? 3 : root.pictured ? 2 : 1
        columnSpacing: Theme.s32
        rowSpacing: Theme.s16

        OutletPicture {
            visible: root.pictured
            size: 152
            light: root.needsButton ? Theme.info : Theme.outlineStrong
            isBlinking: Setup.way === Setup.AccessPoint
            isButtonMarked: root.needsButton
            Layout.preferredWidth: 140
            Layout.leftMargin: root.wide ? Theme.s20 : 0
        }
        ColumnLayout {
            spacing: Theme.s8
            SectionText {
                text: root.needsButton ? qsTr("Get the outlet ready") : qsTr("Nothing to press")
                wrapMode: Text.Wrap
                Layout.fillWidth: true
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            Repeater {
                model: root.steps
                RowLayout {
                    id: step
                    required property int index
                    required property string modelData
                    spacing: Theme.s12
                    Rectangle {
                        implicitWidth: 24
                        implicitHeight: 24
                        radius: 12
                        color: Theme.infoSoft
                        SmallText {
                            anchors.centerIn: parent
                            text: step.index + 1
                            color: Theme.infoText
                            font.weight: Font.DemiBold
                        }
                    }
                    BodyText {
                        text: step.modelData
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                }
            }
        }
        ColumnLayout {
            visible: root.needsButton
            spacing: Theme.s8
            Layout.fillWidth: !root.wide
            Layout.columnSpan: root.wide || !root.pictured ? 1 : 2
            SmallText {
                text: qsTr("What the light means")
                font.weight: Font.Medium
            }
            Repeater {
                model: [
                    { blinks: false, light: qsTr("Steady blue"), meaning: qsTr("ready for SmartConfig") },
                    { blinks: true, light: qsTr("Slow blue blink"), meaning: qsTr("own Wi‑Fi is on") }
                ]
                RowLayout {
                    id: sign
                    required property var modelData
                    spacing: Theme.s12
                    Row {
                        spacing: 16
                        Layout.preferredWidth: 44
                        Repeater {
                            model: sign.modelData.blinks ? 2 : 1
                            Rectangle {
                                width: sign.modelData.blinks ? 12 : 44
                                height: 4
                                color: Theme.info
                            }
                        }
                    }
                    SmallText {
                        text: sign.modelData.light
                        color: Theme.text
                        font.weight: Font.DemiBold
                    }
                    SmallText {
                        text: sign.modelData.meaning
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                }
            }
        }
    }
}
