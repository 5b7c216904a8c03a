// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// The numbered steps of a wizard: those behind are ticked.
Row {
    id: root

    property list<string> titles
    property int current: 0
    property bool isDone: false
    /// Whether all steps have their words beside them, or only the current one.
    property bool labelled: true

    spacing: Theme.s12
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("Step %1 of %2: %3").arg(current + 1).arg(titles.length).arg(titles[current])

    Repeater {
        model: root.titles
        Row {
            id: step
            required property int index
            required property string modelData
            readonly property bool behind: index < root.current || (root.isDone && index === root.current)
            readonly property bool here: index === root.current && !behind
            spacing: Theme.s12

            Rectangle {
                visible: step.index > 0
                anchors.verticalCenter: parent.verticalCenter
                width: root.labelled ? 48 : 24
                height: 2
                color: step.index <= root.current ? Theme.accent : Theme.outline
            }
            Row {
                spacing: Theme.s8
                Rectangle {
                    width: 28
                    height: 28
                    radius: 14
                    color: step.here ? Theme.accent : step.behind ? Theme.accentSoft : Theme.clear
                    border.width: step.here || step.behind ? 0 : 1
                    border.color: Theme.outlineStrong
                    SmallText {
                        anchors.centerIn: parent
                        visible: !step.behind
                        text: step.index + 1
                        color: step.here ? Theme.accentInk : Theme.text2
                        font.weight: Font.DemiBold
                    }
                    Icon {
                        anchors.centerIn: parent
                        visible: step.behind
                        name: "check"
                        color: Theme.accentText
                        size: 16
                    }
                }
                BodyText {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: root.labelled || step.here
                    text: step.modelData
                    color: step.here || step.behind ? Theme.text : Theme.text2
                    font.weight: step.here ? Font.DemiBold : Font.Normal
                }
            }
        }
    }
}
