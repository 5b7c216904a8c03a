// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// What lies over a chart that has nothing to show: a spinner (after 300 ms), why there is nothing,
/// or what went wrong and Retry. As wide as it may get; what it clears is as wide as the words.
Item {
    id: root

    property bool loading: false
    property string errorText
    property string title
    property string note
    property int spinnerDelay: 300
    signal retryRequested()

    readonly property bool failed: errorText.length > 0 && !loading

    implicitHeight: words.implicitHeight + Theme.s16

    Timer {
        id: delay
        interval: root.spinnerDelay
        running: root.loading
        onTriggered: spinner.visible = true
    }
    onLoadingChanged: if (!loading) spinner.visible = false

    Rectangle { // clears the grid behind the words
        anchors.centerIn: parent
        width: Math.min(parent.width, Theme.s32 + Math.max(heading.contentWidth,
            notes.visible ? notes.contentWidth : 0, retry.visible ? retry.width : 0))
        height: parent.height
        visible: words.visible
        color: Theme.surface
    }
    Spinner {
        id: spinner
        anchors.centerIn: parent
        visible: false
        width: 24
        color: Theme.accent
        Accessible.name: qsTr("Loading")
    }
    Column {
        id: words
        anchors.centerIn: parent
        width: parent.width - Theme.s16
        visible: root.failed || root.title.length > 0
        spacing: Theme.s4
        LabelText {
            id: heading
            width: parent.width
            text: root.failed ? root.errorText : root.title
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignHCenter
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
        SmallText {
            id: notes
            width: parent.width
            visible: text.length > 0 && !root.failed
            text: root.note
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignHCenter
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
        AppButton {
            id: retry
            anchors.horizontalCenter: parent.horizontalCenter
            visible: root.failed
            iconName: "retry"
            text: qsTr("Retry")
            onClicked: root.retryRequested()
        }
    }
}
