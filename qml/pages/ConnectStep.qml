// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
pragma ComponentBehavior: Bound
import QtQuick
import Outlet

/// The wizard's third step: what is happening, on a card with the outlet's picture beside it.
FocusScope {
    id: root

    property real room: 0
    /// Enter was pressed where nothing else wants it.
    signal goOnRequested()

    readonly property bool pictured: width >= 860
    readonly property bool compact: width < Theme.compactBelow
    readonly property bool failed: Setup.state === Setup.Failed
    readonly property bool joining: Setup.state === Setup.Joining

    /// Takes over what was entered about the outlet; false when something is missing.
    function finish(): bool {
        const pane = body.item as DonePane;
        return pane ? pane.finish() : true;
    }

    Keys.onReturnPressed: goOnRequested()
    Keys.onEnterPressed: goOnRequested()
    implicitHeight: card.height

    Panel {
        id: card
        width: parent.width
        height: Math.max(root.room, body.height + 2 * body.y, side.visible ? 420 : 0)

        Item {
            id: side
            visible: root.pictured
            width: visible ? Math.round(Math.min(400, parent.width * 0.36)) : 0
            height: parent.height
            clip: true
            Rectangle {
                x: 1
                y: 1
                width: parent.width + radius
                height: parent.height - 2
                radius: Theme.radiusCard - 1
                color: Theme.inset
            }
            Column {
                anchors.centerIn: parent
                width: parent.width - 2 * Theme.s24
                spacing: Theme.s8
                OutletPicture {
                    anchors.horizontalCenter: parent.horizontalCenter
                    size: 242
                    light: Setup.isLit ? Theme.info : Theme.outlineStrong
                    isBlinking: root.joining
                    isButtonMarked: root.joining
                }
                Item {
                    width: 1
                    height: Theme.s16
                }
                SectionText {
                    width: parent.width
                    text: root.joining ? qsTr("The light must blink blue slowly") : Setup.sideTitle
                    horizontalAlignment: Text.AlignHCenter
                    wrapMode: Text.Wrap
                }
                BodyText {
                    width: parent.width
                    text: root.joining ? qsTr("Hold the side button until it does.") : Setup.sideText
                    color: Theme.text2
                    horizontalAlignment: Text.AlignHCenter
                    wrapMode: Text.Wrap
                }
            }
        }
        Loader {
            id: body
            x: side.width + (root.compact ? Theme.s16 : root.pictured ? 44 : Theme.s24)
            y: root.compact ? Theme.s20 : 36
            width: parent.width - x - (root.compact ? Theme.s16 : root.pictured ? 44 : Theme.s24)
            focus: true
            source: root.joining ? "JoinPane.qml" : root.failed ? "FailurePane.qml"
                : Setup.state === Setup.Done ? "DonePane.qml" : "ProgressPane.qml"
            onLoaded: {
                if (root.activeFocus)
                    forceActiveFocus();
            }
        }
    }
}
