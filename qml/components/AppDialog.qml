// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Outlet

/// A modal card in the middle of the window; under 640 px it fills it. Enter asks for the primary
/// action, Esc cancels. Focus returns to where it was.
Popup {
    id: dialog

    property string title
    property string text
    property Item initialFocus
    property bool primaryEnabled: true
    /// How wide the card is where the window has room.
    property int cardWidth: Theme.dialogWidth
    /// Shows a cross beside the title, for dialogs with much in them.
    property bool closable: false
    default property alias content: body.data
    /// What stands at the left of the footer.
    property alias footStart: footStart.data
    property alias footer: footerRow.data
    /// Enter was pressed where nothing else wanted it.
    signal primaryRequested()
    signal canceled()

    readonly property bool full: parent ? parent.width < Theme.compactBelow : false

    function cancel(): void {
        canceled();
        close();
    }

    parent: T.Overlay.overlay
    width: parent ? parent.width : 0
    height: parent ? parent.height : 0
    modal: true
    dim: false
    focus: true
    padding: 0
    closePolicy: Popup.NoAutoClose
    background: Rectangle {
        color: Theme.scrim
    }
    onAboutToShow: flick.contentY = 0
    onOpened: {
        const first = initialFocus ? initialFocus : scope as Item;
        first.forceActiveFocus(Qt.TabFocusReason);
    }
    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.fadeTime
        }
    }
    exit: Transition {
        NumberAnimation {
            property: "opacity"
            to: 0
            duration: Theme.fadeTime
        }
    }

    contentItem: FocusScope {
        id: scope
        Keys.onEscapePressed: dialog.cancel()
        Keys.onReturnPressed: {
            if (dialog.primaryEnabled)
                dialog.primaryRequested();
        }
        Keys.onEnterPressed: {
            if (dialog.primaryEnabled)
                dialog.primaryRequested();
        }

        MouseArea {
            anchors.fill: parent
            hoverEnabled: true
            onClicked: dialog.cancel()
            onWheel: (wheel) => wheel.accepted = true
        }
        Panel {
            id: card
            anchors.centerIn: parent
            width: dialog.full ? parent.width : dialog.cardWidth
            height: dialog.full ? parent.height
                : Math.min(parent.height - Theme.s48, flick.y + flick.contentHeight + foot.height)
            radius: dialog.full ? 0 : Theme.radiusCard
            border.width: dialog.full ? 0 : 1
            border.color: Theme.outlineStrong
            Accessible.role: Accessible.Dialog
            Accessible.name: dialog.title
            Accessible.description: dialog.text

            MouseArea {
                anchors.fill: parent
            }
            HeadingText {
                id: heading
                x: Theme.s24
                y: Theme.s24
                width: parent.width - 2 * Theme.s24 - (dialog.closable ? Theme.hitSize : 0)
                text: dialog.title
                wrapMode: Text.Wrap
            }
            IconButton {
                anchors.right: parent.right
                anchors.rightMargin: Theme.s12
                y: heading.y + (heading.height - height) / 2
                visible: dialog.closable
                iconName: "close"
                tip: qsTr("Close")
                onClicked: dialog.cancel()
            }
            Flickable {
                id: flick
                y: heading.y + heading.height + (dialog.closable ? Theme.s16 : Theme.s8)
                width: parent.width
                height: parent.height - y - foot.height
                contentHeight: body.height + Theme.s20
                clip: contentHeight > height
                boundsBehavior: Flickable.StopAtBounds
                ScrollBar.vertical: AppScrollBar {}
                FocusFollower {
                    flickable: flick
                }
                Column {
                    id: body
                    x: Theme.s24
                    width: flick.width - 2 * Theme.s24
                    spacing: Theme.s16
                    BodyText {
                        width: parent.width
                        visible: dialog.text.length > 0
                        text: dialog.text
                        color: Theme.text2
                        wrapMode: Text.Wrap
                    }
                }
            }
            Item {
                id: foot
                anchors.bottom: parent.bottom
                width: parent.width
                height: 72
                Rectangle {
                    x: 1
                    width: parent.width - 2
                    height: 1
                    color: Theme.outline
                }
                Item {
                    id: footStart
                    x: Theme.s24
                    width: footerRow.x - x - Theme.s12
                    height: parent.height
                }
                Row {
                    id: footerRow
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.s24
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.s8
                }
            }
        }
    }
}
