// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// What a plot says instead of curves: loading, nothing there, or what went wrong.
Item {
    id: root

    required property ChartCurves curves

    Spinner {
        visible: root.curves.busy
        anchors.centerIn: parent
        width: Theme.s24
        color: Theme.accent
        Accessible.role: Accessible.Animation
        Accessible.name: qsTr("Loading")
    }
    Rectangle {
        visible: words.visible || problem.visible
        anchors.centerIn: parent
        width: (words.visible ? words.width : problem.width) + Theme.s32
        height: (words.visible ? words.height : problem.height) + Theme.s24
        color: Theme.surface
    }
    Column {
        id: words
        visible: root.curves.emptyText !== ""
        anchors.centerIn: parent
        spacing: 2
        LabelText {
            anchors.horizontalCenter: parent.horizontalCenter
            text: root.curves.emptyText
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
        SmallText {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(implicitWidth, root.width - Theme.s32)
            text: root.curves.emptyNote
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignHCenter
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
    Row {
        id: problem
        visible: root.curves.errorText !== ""
        anchors.centerIn: parent
        spacing: Theme.s8

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "error"
            color: Theme.danger
            size: 20
        }
        BodyText {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, root.width - retry.width - Theme.s48)
            text: root.curves.errorText
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
        AppButton {
            id: retry
            kind: "outline"
            small: true
            text: qsTr("Retry")
            onClicked: root.curves.retry()
        }
    }
}
