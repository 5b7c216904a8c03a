// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// A button of kind "primary", "outline", "text", "danger" or "dangerOutline". While `busy` its icon is
/// a spinner and it takes no clicks.
AbstractButton {
    id: control

    property string kind: "outline"
    property string iconName
    property bool small: false
    property bool busy: false
    /// Colour of a "text" button's words where it stands on a tint.
    property color textColor: Theme.accentText

    readonly property bool filled: kind === "primary" || kind === "danger"
    readonly property bool edged: kind === "outline" || kind === "dangerOutline"
    readonly property color inkColor: {
        if (!enabled && !busy)
            return Theme.outlineStrong;
        switch (kind) {
        case "primary": return Theme.accentInk;
        case "danger": return Theme.dangerInk;
        case "dangerOutline": return Theme.dangerText;
        case "text": return textColor;
        default: return Theme.text;
        }
    }
    readonly property int side: small ? Theme.s12 : Theme.s16
    // The drawing is 40 (32) high; what lies around it is still part of the hit area.
    readonly property int drawnHeight: Math.max(small ? Theme.smallControlHeight : Theme.controlHeight,
        label.implicitHeight + Theme.s12)

    enabled: !busy
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    implicitHeight: Math.max(Theme.hitSize, drawnHeight)
    // Not of glyph.visible: the width is asked of hidden buttons, too.
    implicitWidth: Math.max(Theme.hitSize, label.implicitWidth + 2 * side
        + (iconName.length > 0 || busy ? glyph.width + Theme.s8 : 0))
    topInset: Math.floor((implicitHeight - drawnHeight) / 2)
    bottomInset: topInset
    padding: 0
    leftPadding: side
    rightPadding: side
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()
    Accessible.name: text

    background: Rectangle {
        radius: control.small ? Theme.radiusSmall : Theme.radiusControl
        color: {
            if (control.kind === "text")
                return Theme.clear;
            if (!control.enabled && !control.busy)
                return Theme.inset;
            if (control.kind === "primary")
                return Theme.accent;
            return control.kind === "danger" ? Theme.danger : Theme.surface;
        }
        border.width: control.edged && (control.enabled || control.busy) ? 1 : 0
        border.color: control.kind === "dangerOutline" ? Theme.danger : Theme.outlineStrong
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
    contentItem: Item {
        Row {
            anchors.centerIn: parent
            spacing: Theme.s8
            Icon {
                id: glyph
                anchors.verticalCenter: parent.verticalCenter
                visible: control.iconName.length > 0 || control.busy
                name: control.busy && Theme.spinTime > 0 ? "spinner" : control.iconName
                color: control.inkColor
                size: control.small ? 16 : 18
                RotationAnimator on rotation {
                    running: control.busy && glyph.visible && Theme.spinTime > 0
                    from: 0
                    to: 360
                    duration: Math.max(1, Theme.spinTime)
                    loops: Animation.Infinite
                    onStopped: glyph.rotation = 0
                }
            }
            Text {
                id: label
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, control.availableWidth - (glyph.visible ? glyph.width + Theme.s8 : 0))
                text: control.text
                textFormat: Text.PlainText
                elide: Text.ElideRight
                color: control.inkColor
                font.pixelSize: control.small ? Theme.fontSmall : Theme.fontBody
                font.weight: Font.DemiBold
            }
        }
    }
}
