// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Outlet

/// An outlet in the ranking: icon, name, a bar by the largest, what it used and its share;
/// what is missing as a tooltip.
AbstractButton {
    id: root

    required property string outletId
    required property string name
    required property string iconName
    required property int color
    required property real fraction
    required property string value
    required property string details
    required property string note
    required property string words
    property bool last: false
    property bool dimmed: false

    text: name
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    padding: 0
    implicitHeight: Math.max(Theme.hitSize, contentItem.implicitHeight + Theme.s24)
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()
    Accessible.name: root.words

    TipLoader {
        target: root
        shown: (root.hovered || root.visualFocus) && root.note.length > 0
        text: root.note
    }
    background: Item {
        HoverTint {
            anchors.leftMargin: -Theme.s8
            anchors.rightMargin: -Theme.s8
            radius: Theme.radiusSmall
            hovered: root.hovered
            pressed: root.down
        }
        Rectangle {
            visible: !root.last
            anchors.bottom: parent.bottom
            width: parent.width
            height: 1
            color: Theme.outline
        }
        FocusRing {
            visible: root.visualFocus
            anchors.margins: -2
        }
    }
    contentItem: Item {
        implicitHeight: Math.max(36, figures.implicitHeight)
        opacity: root.dimmed ? 0.4 : 1

        Tile {
            id: tile
            anchors.verticalCenter: parent.verticalCenter
            iconName: root.iconName
            size: 36
        }
        Column {
            anchors.left: tile.right
            anchors.leftMargin: Theme.s12
            anchors.right: figures.left
            anchors.rightMargin: Theme.s12
            anchors.verticalCenter: parent.verticalCenter
            spacing: 7
            BodyText {
                width: parent.width
                text: root.name
                font.weight: Font.Medium
                elide: Text.ElideRight
            }
            Rectangle {
                width: parent.width
                height: 6
                radius: 3
                color: Theme.inset
                Rectangle {
                    width: root.fraction > 0 ? Math.max(6, parent.width * root.fraction) : 0
                    height: parent.height
                    radius: 3
                    color: Theme.series(root.color)
                }
            }
        }
        Column {
            id: figures
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            width: 98
            spacing: 2
            LabelText {
                width: parent.width
                text: root.value
                horizontalAlignment: Text.AlignRight
            }
            CaptionText {
                width: parent.width
                text: root.details
                horizontalAlignment: Text.AlignRight
            }
        }
    }
}
