// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// How large the history's file is, how full the disk is, and how much a day adds.
Rectangle {
    id: root

    implicitHeight: column.height + 2 * Theme.s12
    radius: Theme.radiusTile
    color: Theme.inset
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1, %2. %3").arg(FileCare.sizeText).arg(FileCare.freeText).arg(FileCare.growthText)

    Column {
        id: column
        x: Theme.s16
        y: Theme.s12
        width: parent.width - 2 * x
        spacing: Theme.s8

        Item {
            width: parent.width
            height: size.height
            LabelText {
                id: size
                text: FileCare.sizeText
                Accessible.ignored: true
            }
            SmallText {
                anchors.right: parent.right
                anchors.baseline: size.baseline
                text: FileCare.freeText
                Accessible.ignored: true
            }
        }
        Rectangle {
            visible: FileCare.diskShare > 0
            width: parent.width
            height: 8
            radius: 4
            color: Theme.outline
            Rectangle {
                width: Math.max(height, parent.width * FileCare.diskShare)
                height: parent.height
                radius: parent.radius
                color: FileCare.diskShare > 0.95 ? Theme.warn : Theme.accent
            }
        }
        SmallText {
            width: parent.width
            text: FileCare.growthText
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
    }
}
