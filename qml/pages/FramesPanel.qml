// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outlet

/// The last messages, newest first; the login of the present connection stays below. Space selects,
/// Shift with arrows selects more, Enter opens a message, Ctrl+C copies.
Panel {
    id: root

    readonly property FrameList frames: Diagnostics.frames
    signal wholeRequested(string text)

    function step(by: int, extend: bool): void {
        const to = Math.max(0, Math.min(list.count - 1, list.currentIndex + by));
        if (extend && root.frames.selectedCount === 0)
            root.frames.select(list.currentIndex, false);
        list.currentIndex = to;
        if (extend)
            root.frames.select(to, true);
    }
    function copy(): void {
        Diagnostics.copyFrames();
        App.snack(root.frames.selectedCount > 0 ? qsTr("The selected messages are copied.")
            : qsTr("All messages are copied."), false);
    }

    implicitHeight: 240 // and all that is left over

    RowLayout {
        id: head
        x: Theme.s20
        y: Theme.s12
        width: parent.width - 2 * x
        spacing: Theme.s8

        PanelTitle {
            text: root.frames.paused ? root.frames.pausedText : qsTr("Last frames")
            Layout.fillWidth: true
        }
        AppButton {
            small: true
            iconName: root.frames.paused ? "play" : "pause"
            text: root.frames.paused ? qsTr("Go on") : qsTr("Pause")
            onClicked: root.frames.paused = !root.frames.paused
        }
        AppButton {
            small: true
            iconName: "copy"
            text: qsTr("Copy")
            enabled: root.frames.count > 0
            Accessible.description: qsTr("Copies the selected messages, or all")
            onClicked: root.copy()
        }
    }
    SmallText {
        anchors.centerIn: list
        visible: list.count === 0
        width: list.width - 2 * Theme.s16
        text: qsTr("Nothing was heard of it since Outlet was started.")
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
    }
    ListView {
        id: list
        x: Theme.s12
        y: head.y + head.height + Theme.s8
        width: parent.width - 2 * x
        height: (login.visible ? login.y : parent.height - Theme.s12) - y
        clip: true
        model: root.frames
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: count > 0
        currentIndex: 0
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Last frames")
        Keys.onPressed: event => {
            const shift = (event.modifiers & Qt.ShiftModifier) !== 0;
            event.accepted = true;
            if (event.key === Qt.Key_Up)
                root.step(-1, shift);
            else if (event.key === Qt.Key_Down)
                root.step(1, shift);
            else if (event.key === Qt.Key_Home)
                root.step(-list.count, shift);
            else if (event.key === Qt.Key_End)
                root.step(list.count, shift);
            else if (event.key === Qt.Key_Space)
                root.frames.select(list.currentIndex, shift);
            else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
                root.wholeRequested(root.frames.whole(list.currentIndex));
            else if (event.matches(StandardKey.Copy))
                root.copy();
            else if (event.key === Qt.Key_Escape && root.frames.selectedCount > 0)
                root.frames.clearSelection();
            else
                event.accepted = false;
        }
        delegate: FrameRow {
            required property int index
            width: ListView.view.width
            focused: list.activeFocus && list.currentIndex === index
            onPressed: extend => {
                list.currentIndex = index;
                list.forceActiveFocus();
                root.frames.select(index, extend);
            }
            onOpened: root.wholeRequested(root.frames.whole(index))
        }
    }
    FrameRow {
        id: login
        x: Theme.s12
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s12
        width: parent.width - 2 * x
        visible: root.frames.loginText !== ""
        pinned: true
        time: root.frames.loginTime
        frameText: root.frames.loginText
        incoming: true
        selected: false
        onPressed: root.wholeRequested(root.frames.wholeLogin())
    }
}
