// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Outlet

/// One of the wizard's ways, as a large radio button.
RadioButton {
    id: control

    required property int way
    property string iconName
    property string title
    property string about
    property var needs: []
    property string time
    property bool recommended: false
    /// An arrow key: the next way, or the one before.
    signal stepRequested(int by)

    checked: Setup.way === way
    hoverEnabled: true
    padding: Theme.s20
    implicitHeight: words.implicitHeight + 2 * padding
    indicator: null
    Layout.fillWidth: true
    Layout.fillHeight: true
    Layout.preferredWidth: 1
    Accessible.name: title
    Accessible.description: qsTr("%1 You need: %2. %3").arg(about).arg(needs.join(", ")).arg(time)
    onClicked: Setup.way = way
    activeFocusOnTab: checked // one stop for all ways; arrows go among them
    Keys.onReturnPressed: event => event.accepted = false
    Keys.onRightPressed: stepRequested(1)
    Keys.onDownPressed: stepRequested(1)
    Keys.onLeftPressed: stepRequested(-1)
    Keys.onUpPressed: stepRequested(-1)

    background: Panel {
        border.width: control.checked ? 3 : 1
        border.color: control.checked ? Theme.accent : Theme.outlineStrong
        HoverTint {
            radius: parent.radius
            hovered: control.hovered
            pressed: control.down
        }
        FocusRing {
            visible: control.visualFocus
            cornerRadius: parent.radius
        }
    }
    contentItem: ColumnLayout {
        id: words
        spacing: Theme.s8

        RowLayout {
            spacing: Theme.s12
            Layout.bottomMargin: Theme.s4
            Tile {
                size: 48
                iconName: control.iconName
                tone: control.checked ? Ui.ToneAccent : Ui.ToneNeutral
            }
            Item {
                Layout.fillWidth: true
            }
            Badge {
                visible: control.recommended
                text: qsTr("Recommended")
                tone: Ui.ToneAccent
            }
            Rectangle {
                implicitWidth: 22
                implicitHeight: 22
                radius: 11
                color: Theme.surface
                border.width: 2
                border.color: control.checked ? Theme.accent : Theme.outlineStrong
                Rectangle {
                    anchors.centerIn: parent
                    visible: control.checked
                    width: 12
                    height: 12
                    radius: 6
                    color: Theme.accent
                }
            }
        }
        SectionText {
            text: control.title
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        BodyText {
            text: control.about
            color: Theme.text2
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        SmallText {
            text: qsTr("You need")
            font.weight: Font.Medium
            Layout.topMargin: Theme.s8
        }
        Repeater {
            model: control.needs
            RowLayout {
                id: need
                required property string modelData
                spacing: Theme.s8
                Icon {
                    name: "check"
                    color: Theme.accent
                    size: 16
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: 1
                }
                SmallText {
                    text: need.modelData
                    color: Theme.text
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
            }
        }
        Item {
            Layout.fillHeight: true
        }
        RowLayout {
            spacing: Theme.s8
            Layout.topMargin: Theme.s8
            Icon {
                name: "schedule"
                size: 16
            }
            SmallText {
                text: control.time
            }
        }
    }
}
