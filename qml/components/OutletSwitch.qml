// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// The switch of an outlet. It draws what the outlet confirmed (`switchState`) and never moves by
/// itself: a press emits toggled() and the state follows when the outlet answers.
/// `kind`: "card" 52x32, "list" 46x28, "header" 65x40.
AbstractButton {
    id: control

    property int switchState: Ui.SwitchUnknown
    property string kind: "card"
    property string accessibleName
    property string accessibleDescription

    readonly property int drawnWidth: kind === "header" ? 65 : kind === "list" ? 46 : 52
    readonly property int drawnHeight: kind === "header" ? 40 : kind === "list" ? 28 : 32
    readonly property bool offline: switchState === Ui.SwitchOffline || switchState === Ui.SwitchUnknown
    readonly property bool pending: switchState === Ui.SwitchTurningOn || switchState === Ui.SwitchTurningOff
    readonly property bool failed: switchState === Ui.SwitchFailedOn || switchState === Ui.SwitchFailedOff
    /// Track filled: the outlet is on, as far as it said.
    readonly property bool filled: switchState === Ui.SwitchOn || switchState === Ui.SwitchFailedOff
    readonly property bool toRight: filled || switchState === Ui.SwitchTurningOn

    enabled: !offline
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    implicitWidth: Math.max(Theme.hitSize, drawnWidth)
    implicitHeight: Math.max(Theme.hitSize, drawnHeight)
    padding: 0
    onClicked: toggled()
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()
    Accessible.role: Accessible.CheckBox
    Accessible.name: accessibleName
    Accessible.description: accessibleDescription
    Accessible.checkable: true
    Accessible.checked: filled

    background: Item {
        Rectangle {
            id: track
            anchors.centerIn: parent
            width: control.drawnWidth
            height: control.drawnHeight
            radius: height / 2
            opacity: control.offline ? Theme.offlineOpacity : 1
            color: control.filled ? Theme.accent : control.pending ? Theme.accentSoft : Theme.inset
            border.width: control.switchState === Ui.SwitchOn ? 0 : 2
            border.color: control.failed ? Theme.danger
                : control.pending ? Theme.accent : Theme.outlineStrong
            Behavior on color {
                ColorAnimation {
                    duration: Theme.switchTime
                }
            }
            SwitchThumb {
                readonly property int edge: (track.height - size) / 2
                anchors.verticalCenter: parent.verticalCenter
                size: Math.round(control.drawnHeight * (control.filled ? 0.75 : control.pending ? 0.625 : 0.56) / 2) * 2
                x: control.toRight ? track.width - size - edge : edge
                filled: control.filled
                pending: control.pending
                failed: control.failed
                offline: control.offline
                Behavior on x {
                    NumberAnimation {
                        duration: Theme.switchTime
                        easing.type: Easing.OutCubic
                    }
                }
            }
            HoverFocus {
                hovered: control.hovered && control.enabled
                pressed: control.down
                focused: control.visualFocus
                cornerRadius: track.radius
            }
        }
    }
}
