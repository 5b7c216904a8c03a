// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import Outlet

/// What lies over a chart that has nothing to show: a spinner (after 300 ms), why there is nothing,
/// or what went wrong and Retry.
Item {
    id: root

    property bool loading: false
    property string errorText
    property string title
    property string note
    property int spinnerDelay: 300
    signal retryRequested()

    readonly property bool failed: errorText.length > 0 && !loading

    implicitWidth: Math.max(heading.implicitWidth, notes.implicitWidth, retry.implicitWidth) + Theme.s32
    implicitHeight: words.implicitHeight + Theme.s16

    Timer {
        id: delay
        interval: root.spinnerDelay
        running: root.loading
        onTriggered: spinner.visible = true
    }
    onLoadingChanged: if (!loading) spinner.visible = false

    Rectangle { // clears the grid behind the words
        anchors.fill: parent
        visible: words.visible
        color: Theme.surface
    }
    Spinner {
        id: spinner
        anchors.centerIn: parent
        visible: false
        width: 24
        Accessible.name: qsTr("Loading")
    }
    Column {
        id: words
        anchors.centerIn: parent
        // Of the item, not of what is inside: that is as wide as this allows.
        width: parent.width
        visible: root.failed || root.title.length > 0
        spacing: Theme.s4
        LabelText {
            id: heading
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(implicitWidth, parent.width)
            text: root.failed ? root.errorText : root.title
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignHCenter
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
        SmallText {
            id: notes
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(implicitWidth, parent.width)
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
