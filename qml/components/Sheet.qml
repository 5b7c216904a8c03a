// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Outlet

/// The sheet at the right side (the whole window when compact). Enter asks for the primary action; Esc,
/// the cross and a click beside it close it; when `edited`, it asks first. Focus returns to where it was.
Popup {
    id: sheet

    property string title
    property bool edited: false
    /// Gets the focus when the sheet opens.
    property Item initialFocus
    default property alias content: body.data
    property alias footer: footerRow.data
    property bool asking: false
    /// Enter was pressed where nothing else wanted it.
    signal primaryRequested()

    function requestClose(): void {
        if (edited && !asking) {
            asking = true;
            keep.forceActiveFocus(Qt.TabFocusReason);
        } else if (!asking) {
            close();
        } else {
            asking = false;
        }
    }

    function acceptEnter(): void {
        if (!asking)
            primaryRequested();
    }

    parent: T.Overlay.overlay
    width: parent ? parent.width : 0
    height: parent ? parent.height : 0
    modal: true
    dim: false // the scrim below is ours, so that a click on it can ask first
    focus: true
    padding: 0
    closePolicy: Popup.NoAutoClose
    background: null
    onAboutToShow: {
        asking = false;
        flick.contentY = 0;
    }
    onOpened: {
        const first = initialFocus ? initialFocus : closer as Item;
        first.forceActiveFocus(Qt.TabFocusReason);
    }
    enter: Transition {
        NumberAnimation {
            target: panel
            property: "shift"
            from: 1
            to: 0
            duration: Theme.sheetTime
            easing.type: Easing.OutCubic
        }
        NumberAnimation {
            target: scrim
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.sheetTime
        }
    }
    exit: Transition {
        NumberAnimation {
            target: panel
            property: "shift"
            from: 0
            to: 1
            duration: Theme.sheetTime
            easing.type: Easing.OutCubic
        }
        NumberAnimation {
            target: scrim
            property: "opacity"
            to: 0
            duration: Theme.sheetTime
        }
    }

    contentItem: FocusScope {
        Keys.onEscapePressed: sheet.requestClose()
        Keys.onReturnPressed: sheet.acceptEnter()
        Keys.onEnterPressed: sheet.acceptEnter()

        Rectangle {
            id: scrim
            anchors.fill: parent
            color: Theme.scrim
            MouseArea {
                anchors.fill: parent
                hoverEnabled: true
                onClicked: sheet.requestClose()
                onWheel: (wheel) => wheel.accepted = true
            }
        }
        Rectangle {
            id: panel
            property real shift: 0
            width: parent.width < Theme.compactBelow ? parent.width : Theme.sheetWidth
            height: parent.height
            x: sheet.mirrored ? -shift * width : parent.width - width + shift * width
            color: Theme.surface
            Accessible.role: Accessible.Dialog
            Accessible.name: sheet.title

            MouseArea { // keeps clicks from reaching the scrim
                anchors.fill: parent
            }
            Rectangle {
                width: 1
                height: parent.height
                color: Theme.outline
            }
            HeadingText {
                id: heading
                x: Theme.s24
                width: closer.x - x
                anchors.verticalCenter: closer.verticalCenter
                text: sheet.title
                elide: Text.ElideRight
            }
            IconButton {
                id: closer
                anchors.right: parent.right
                anchors.rightMargin: 14
                y: 18
                iconName: "close"
                tip: qsTr("Close")
                onClicked: sheet.requestClose()
            }
            Flickable {
                id: flick
                anchors.top: closer.bottom
                anchors.topMargin: Theme.s12
                anchors.bottom: foot.top
                width: parent.width
                contentHeight: body.height + Theme.s24
                clip: true
                boundsBehavior: Flickable.StopAtBounds
                ScrollBar.vertical: AppScrollBar {}
                FocusFollower {
                    flickable: flick
                }
                Column {
                    id: body
                    x: Theme.s24
                    y: Theme.s4
                    width: flick.width - 2 * Theme.s24
                    spacing: Theme.s20
                }
            }
            Item {
                id: foot
                anchors.bottom: parent.bottom
                width: parent.width
                height: 76
                Rectangle {
                    width: parent.width
                    height: 1
                    color: Theme.outline
                }
                Row {
                    id: footerRow
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.s24
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.s8
                    visible: !sheet.asking
                }
                LabelText {
                    x: Theme.s24
                    width: ask.x - x - Theme.s8
                    anchors.verticalCenter: parent.verticalCenter
                    visible: sheet.asking
                    text: qsTr("Discard changes?")
                    elide: Text.ElideRight
                    Accessible.role: Accessible.AlertMessage
                    Accessible.name: text
                }
                Row {
                    id: ask
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.s24
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.s8
                    visible: sheet.asking
                    AppButton {
                        id: keep
                        text: qsTr("Keep editing")
                        onClicked: sheet.asking = false
                    }
                    AppButton {
                        kind: "danger"
                        text: qsTr("Discard")
                        onClicked: sheet.close()
                    }
                }
            }
        }
    }
}
